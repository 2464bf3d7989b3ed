"""Sources of metadata: what they ask, and how their answers read."""
