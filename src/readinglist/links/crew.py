"""Workers, as many as are of use: one more only helps while the others leave the processor idle.

Threads that all have something to do take the interpreter from each other's hands at every step, and nothing is done
sooner; threads that wait for servers cost nothing. How long servers take shows only while they are asked, so a crew
begins with one worker, grows within a moment where they are slow, and shrinks again where all are busy at once.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_IDLE, _FULL = 0.6, 0.95  # of a processor
_AT_FIRST = 0.75
_TIMES = 4  # as many, where more are hired
_NEWS = 1 / 4  # how much a look weighs against the earlier ones
_SOON, _LATER = 0.002, 0.03  # seconds


class Crew:
    """Threads that serve; `busy` tells what share of a processor all of them took since it was asked last."""

    def __init__(self, serve: Callable[[], object], most: int, busy: Callable[[], float] | None = None) -> None:
        self._serve, self._most = serve, most
        self._busy = busy or share_of_processor()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._at_work = self._wanted = 0
        self._share, self._pause = _AT_FIRST, _SOON

    def look_after(self) -> float:
        """Have as many workers as are of use; return after how many seconds to look again."""
        self._share += (self._busy() - self._share) * _NEWS
        if not self._wanted:
            self._want(1)
        elif self._share < _IDLE and self._wanted < self._most:
            self._want(min(_TIMES * self._wanted, self._most))
        elif self._share > _FULL and self._wanted > 1 and self._pause == _LATER:
            self._want(self._wanted * 3 // 4)
        else:
            self._pause = min(1.3 * self._pause, _LATER)
        return self._pause

    def has_time(self) -> bool:
        """Return whether the processor is idle, and no further workers may be hired."""
        return self._wanted == self._most and self._share < _IDLE

    def goes_on(self) -> bool:
        """Return whether a worker who has nothing in hand is still wanted; if not, he must go."""
        with self._lock:
            too_many = self._at_work > self._wanted
            self._at_work -= too_many
        return not too_many

    def part(self) -> None:
        """Wait for the workers to end, but for none of them long."""
        for thread in self._threads:
            thread.join(1)

    def _want(self, number: int) -> None:
        with self._lock:
            self._wanted = number
            hired = range(self._at_work, number)
            self._at_work += len(hired)
        for place in hired:
            thread = threading.Thread(target=self._serve, name=f"asking-{place}", daemon=True)
            self._threads.append(thread)
            thread.start()
        self._share, self._pause = _AT_FIRST, _SOON


def share_of_processor() -> Callable[[], float]:
    """Return what tells the share of a processor that this process took since it was asked last."""
    wall, used = time.monotonic(), time.process_time()

    def share() -> float:
        nonlocal wall, used
        before, taken = wall, used
        wall, used = time.monotonic(), time.process_time()
        return (used - taken) / max(wall - before, 1e-9)

    return share
