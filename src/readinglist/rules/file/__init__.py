"""Rules about the file itself and its YAML."""
