"""A total deadline that nothing can stretch: whoever waits asks how much is left, and waits no longer."""

from __future__ import annotations

import time
from collections.abc import Callable

from readinglist.web.messages import NoAnswer, Trouble


class Deadline:
    """A moment by which all must be over, however slowly a server drips.

    Sockets time out per read, so a drip of one byte a second would never end. Every wait of ours (look-up,
    connection, handshake, each read) gets what is `left` of one and the same deadline.
    """

    __slots__ = ("_at", "_clock", "seconds")

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds = seconds
        self._clock = clock
        self._at = clock() + seconds

    def left(self) -> float:
        """Return the seconds left; raise `NoAnswer` when there are none."""
        left = self._at - self._clock()
        if left <= 0:
            raise self.passed()
        return left

    def passed(self) -> NoAnswer:
        """Return the trouble of being late."""
        return NoAnswer(Trouble.TIMEOUT, f"no whole answer within {self.seconds:g} s")

    def grant(self, seconds: float) -> None:
        """Give back the time that was spent waiting for a turn: that was our own politeness, not the server's."""
        self._at += seconds
