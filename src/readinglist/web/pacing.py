"""Politeness: how many requests a host gets at once and how fast, and when it asked for a rest.

It counts per host and not per URL, feature or thread. What a host says (429, 503, `Retry-After`) slows all of us
down; answers as usual speed us up again, never beyond what is configured.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from readinglist.web.messages import NoAnswer, Trouble

_SLOWEST = 10.0
_FIRST_REST = 5.0
_LONGEST_REST = 60.0
_GOOD_STREAK = 20


class Pace(NamedTuple):
    """How many connections a host gets at once, and how many seconds lie between two requests."""

    connections: int = 4
    interval: float = 0.1


class Lane:
    """One host: what is under way, and when the next request may start."""

    __slots__ = (
        "active",
        "interval",
        "limit",
        "pace",
        "ready_at",
        "rest",
        "rest_until",
        "rested",
        "shut_until",
        "streak",
    )

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.limit, self.interval = pace.connections, pace.interval
        self.active, self.streak = 0, 0
        self.ready_at = self.rest_until = self.shut_until = self.rested = 0.0
        self.rest = _FIRST_REST


class Pacer:
    """The lanes of all hosts."""

    def __init__(
        self,
        pace: Pace | None = None,
        by_host: Mapping[str, Pace] | None = None,
        *,
        longest_wait: float = 120,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._pace, self._by_host = pace or Pace(), by_host or {}
        self.longest_wait = longest_wait
        self.clock, self.sleep, self._now = clock, sleep, now
        self._lanes: dict[str, Lane] = {}
        self._lock = threading.Lock()

    def try_enter(self, host: str) -> float:
        """Begin a request to a host if it may begin now, and return 0; else the seconds after which to ask again.

        Raises `NoAnswer` where the host asked for a longer rest than anybody waits.
        """
        now = self.clock()
        with self._lock:
            lane = self._lane(host)
            if lane.shut_until > now:
                raise NoAnswer(
                    Trouble.HOST_ASKS_TO_WAIT, f"{host} wants no request for {span_text(lane.shut_until - now)}"
                )
            at = max(lane.ready_at, lane.rest_until)
            if at > now:
                return at - now
            if lane.active >= lane.limit:
                return 0.02
            lane.active += 1
            lane.ready_at = now + lane.interval
            return 0.0

    def connections(self, host: str) -> int:
        """Return how many connections a host gets at present."""
        with self._lock:
            return self._lane(host).limit

    def enter(self, host: str, longest: float | None = None) -> float:
        """Begin a request to a host as soon as it may begin; return the seconds that this took.

        Raises `NoAnswer` where that would take longer than `longest`, or than anybody waits.
        """
        began = self.clock()
        longest = self.longest_wait if longest is None else min(longest, self.longest_wait)
        while wait := self.try_enter(host):
            if self.clock() - began + wait > longest:
                raise NoAnswer(Trouble.HOST_ASKS_TO_WAIT, f"{host} is not to be asked for a while")
            self.sleep(wait)
        return self.clock() - began

    def leave(self, host: str, status: int = 0, retry_after: str = "") -> None:
        """End a request, and take to heart what the host said about our pace."""
        with self._lock:
            lane = self._lane(host)
            lane.active -= 1
            if status == 429 or (status == 503 and retry_after):
                self._slow_down(lane, retry_after)
            elif status:
                _speed_up(lane)

    def _slow_down(self, lane: Lane, retry_after: str) -> None:
        now = self.clock()
        asked = seconds_of(retry_after, self._now())
        if asked is None:
            asked, lane.rest = lane.rest, min(lane.rest * 2, _LONGEST_REST)
        lane.rested += asked
        if lane.rested > self.longest_wait:  # in all, for a short rest after every request is a long one too
            lane.shut_until = max(lane.shut_until, now + max(asked, self.longest_wait))
        lane.rest_until = max(lane.rest_until, now + asked)
        lane.interval = min(max(lane.interval * 2, 0.2), max(_SLOWEST, lane.pace.interval))
        lane.limit = max(1, lane.limit // 2)
        lane.streak = 0

    def _lane(self, host: str) -> Lane:
        lane = self._lanes.get(host)
        if lane is None:
            lane = self._lanes[host] = Lane(self._by_host.get(host, self._pace))
        return lane


def _speed_up(lane: Lane) -> None:
    lane.streak += 1
    if lane.streak % _GOOD_STREAK == 0:
        lane.interval = max(lane.pace.interval, lane.interval * 0.7)
        lane.limit = min(lane.pace.connections, lane.limit + 1)
        lane.rest, lane.rested = _FIRST_REST, 0.0


def seconds_of(retry_after: str, now: float) -> float | None:
    """Return the seconds that a Retry-After header asks for, in either form; None where it makes no sense."""
    text = retry_after.strip()
    if re.fullmatch(r"\d{1,15}(?:\.\d*)?", text, re.ASCII):
        return float(text)
    if not re.search(r"\d\d:\d\d", text):
        return None
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def span_text(seconds: float) -> str:
    """Return a span of time in words."""
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} minutes" if seconds < 7200 else f"{seconds / 3600:.0f} hours"
