"""A curated reading list kept as text in git."""

__version__ = "0.1.0"
