"""The drawer of evidence: one kind of statement in a page a file, found because it lies here."""
