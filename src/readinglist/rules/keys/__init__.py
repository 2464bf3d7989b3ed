"""Rules about the ids of entries."""
