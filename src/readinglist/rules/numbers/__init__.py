"""Rules about volumes, issues, pages and editions."""
