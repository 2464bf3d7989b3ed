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
