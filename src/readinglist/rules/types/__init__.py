"""Rules about the types of works."""
