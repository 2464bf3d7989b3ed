"""A finding: what is wrong, where, and what to do; the one type that every check reports."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from readinglist.model.edit import Fix
from readinglist.model.place import Place


class Severity(enum.Enum):
    """How much a finding matters; ordered, so that a limit can be asked for."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """The place in the order: info 0, warning 1, error 2."""
        return list(Severity).index(self)

    def __ge__(self, other: Severity) -> bool:
        return self.rank >= other.rank


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, at one place. A rule leaves `rule` and `severity` to who runs it."""

    place: Place
    message: str
    fix: Fix | None = None
    rule: str = ""
    severity: Severity = Severity.ERROR
