"""What a check sets out to do, and how far it is: plain values, without anything that speaks HTTP."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from readinglist.errors import ReadingListError

LOOK_BYTES = 300_000
"""How much of a page is read where it is looked at."""
HTML = ("text/html", "application/xhtml+xml")


class NoNetwork(ReadingListError):
    """Nothing and nobody answers, so nothing was learned of any link."""


class Page(NamedTuple):
    """A page, asked once for all addresses that lead to it: they differ in what stands behind `#`."""

    url: str
    lane: str
    host: str
    links: tuple[str, ...]
    has_sections: bool = False


class HostWays(NamedTuple):
    """What the configuration says about a host's answers."""

    get: bool = False
    accept: frozenset[int] = frozenset()
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Ways:
    """How pages are asked, by host where that differs."""

    seconds: float = 20
    by_host: Mapping[str, HostWays] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a check goes about it."""

    today: datetime.date
    max_age_days: float = 1
    retries: tuple[float, ...] = (2, 15, 60)
    workers: int = 64
    strict: bool = False
    """A link that is not there is gone at once, whatever it was before, and nothing is believed unasked."""
    offline: bool = False
    ways: Ways = field(default_factory=Ways)
    look_days: float | None = None
    """After how many days a page is read again, to see whether it is what it was; None reads none."""


class Progress(NamedTuple):
    """How far a check is."""

    done: int
    total: int
    verdicts: Mapping[str, int]
    waiting_for: Sequence[str] = ()
    seconds: float = 0
    round: int = 1


Watch = Callable[[Progress], None]
