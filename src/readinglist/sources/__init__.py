"""Who knows what about a work: one service or kind of page a file, found because it lies here."""
