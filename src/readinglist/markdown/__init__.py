"""Markdown as text: what must be escaped where, so that a reader sees what the catalog says."""
