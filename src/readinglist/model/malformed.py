"""A value that is not what its field asks for."""

from __future__ import annotations


class Malformed(ValueError):
    """A value that does not parse: which rule it breaks, what to do, what was probably meant,
    and whether that is `safe` to put in its place unseen."""

    def __init__(self, rule: str, message: str, suggestion: str | None = None, *, safe: bool = True) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.suggestion = suggestion
        self.safe = safe


def quoted(text: str) -> str:
    """Return a value as a message shows it: in quotes, and no longer than anybody reads."""
    return f"'{text}'" if len(text) <= _SHOWN else f"'{text[:_SHOWN]}…'"


_SHOWN = 80
