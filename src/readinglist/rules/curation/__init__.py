"""Rules about curation: areas, tags, editions."""
