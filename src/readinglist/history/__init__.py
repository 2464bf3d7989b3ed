"""What became of a list over time: what git remembers of it, told by works instead of lines."""
