"""A finding: what is wrong, where, and what to do; the one type that every check reports."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readinglist.model.edit import Fix
    from readinglist.model.place import Place


class Severity(enum.Enum):
    """How much a finding matters, the lightest first."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    def reaches(self, limit: Severity | str) -> bool:
        """Return whether this is at least as grave as `limit`."""
        order = list(Severity)
        return order.index(self) >= order.index(Severity(limit))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, at one place. A rule leaves `rule` and `severity` to who runs it."""

    place: Place
    message: str
    fix: Fix | None = None
    rule: str = ""
    severity: Severity = Severity.ERROR
