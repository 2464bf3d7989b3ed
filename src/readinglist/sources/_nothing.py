"""What registries write where they know nothing."""

from __future__ import annotations

import re

_WORDS = frozenset({"", "none", "null", "n/a", "not provided", "undefined", "[object object]"})
# What DataCite prescribes, with or without an explanation behind it: `(:unkn) anonymous`.
_CODES = re.compile(r"\(?:(?:unac|unal|unap|unas|unav|unkn|null|none|tba|etal|var|at)\)?(?:\W.*)?", re.IGNORECASE)


def says_nothing(text: str) -> bool:
    """Tell a placeholder from a value."""
    return text.strip().casefold() in _WORDS or _CODES.fullmatch(text.strip()) is not None
