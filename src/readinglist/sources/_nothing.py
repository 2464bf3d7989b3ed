"""What registries write where they know nothing."""

from __future__ import annotations

_NOTHING = frozenset({"", "none", "null", "n/a", "not provided", "undefined", "[object object]"})
_CODES = frozenset({":unav", ":unas", ":unkn", ":unap", ":unal", ":null", ":none", ":tba", ":etal", ":var", ":(unav)"})


def says_nothing(text: str) -> bool:
    """Tell a placeholder from a value, among them those that DataCite prescribes."""
    folded = text.strip().strip("()").casefold()
    return folded in _NOTHING or folded in _CODES or folded.startswith("(:una")
