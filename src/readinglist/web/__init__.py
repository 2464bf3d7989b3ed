"""The only package that speaks HTTP: one polite, bounded, guarded client for everybody."""
