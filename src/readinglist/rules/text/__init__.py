"""Rules about titles and other text."""
