"""Rules about works that are there twice, and about entries that disagree with their likes."""
