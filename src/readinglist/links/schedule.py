"""Many pages, many hosts, few threads: a worker drains one host before the next, and nobody waits where he need not.

A second connection to a host is opened only where its queue would keep the first one busy for a while.
"""

from __future__ import annotations

import heapq
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar

from readinglist.links.crew import Crew
from readinglist.web.messages import NoAnswer
from readinglist.web.pacing import Pacer

_WORTH_A_CONNECTION = 1.0  # seconds of queue
_LOOK_AGAIN = 0.2


class HasLane(Protocol):
    """Something that is asked at a host."""

    @property
    def lane(self) -> str:
        """The host under whose pace it falls."""


Task = TypeVar("Task", bound=HasLane)


class _Host(Generic[Task]):
    """What is still to be asked at a host, who is at it, and how long an answer takes there."""

    __slots__ = ("name", "rests", "seconds", "since", "tasks", "workers")

    def __init__(self, name: str) -> None:
        self.name = name
        self.tasks: deque[Task] = deque()
        self.workers = 0
        self.rests = False
        self.seconds = self.since = 0.0

    def queue_seconds(self, now: float) -> float:
        """Return how long its queue will take: by what answers took, or by how long the present one is out."""
        return len(self.tasks) * max(self.seconds, now - self.since) / max(1, self.workers)


class Schedule(Generic[Task]):
    """One pass over tasks.

    `work(task, lane)` is called when the task's host may be asked, with its turn taken; `refuse(task, why)` when
    the host asked for a longer rest than anybody waits; `done_with(lane)` when nothing is left to be asked at a
    host. They all run in worker threads.
    """

    def __init__(
        self,
        tasks: Iterable[Task],
        pacer: Pacer,
        work: Callable[[Task, str], None],
        refuse: Callable[[Task, NoAnswer], None],
        done_with: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._pacer, self._work, self._refuse, self._done_with = pacer, work, refuse, done_with
        self._hosts: dict[str, _Host[Task]] = {}
        for task in tasks:
            host = self._hosts.get(task.lane)
            if host is None:
                host = self._hosts[task.lane] = _Host(task.lane)
            host.tasks.append(task)
        self._ready = deque(self._hosts.values())
        self._busy: dict[str, _Host[Task]] = {}
        self._later: list[tuple[float, str]] = []
        self._left = sum(len(host.tasks) for host in self._ready)
        self._changed = threading.Condition()
        self._stopped = False
        self._failed: BaseException | None = None

    def run(self, workers: int, watch: Callable[[], None] = lambda: None, every: float = 0.5) -> None:
        """Do all tasks; `watch` is called now and then from here. An interruption stops the workers soon."""
        crew = Crew(lambda: self._serve(crew), min(workers, self._of_use()))
        told = began = time.monotonic()
        try:
            while self._left and not self._stopped:
                pause, now = crew.look_after(), time.monotonic()
                if now - told >= every or (told == began and crew.has_time()):
                    watch()
                    told = now
                with self._changed:
                    if self._left and not self._stopped:
                        self._changed.wait(pause)
        finally:
            with self._changed:
                self._stopped = True
                self._changed.notify_all()
        crew.part()
        if self._failed:
            raise self._failed

    @property
    def waiting_for(self) -> list[str]:
        """The hosts with most left to ask."""
        with self._changed:
            busy = sorted(self._busy.values(), key=lambda host: -len(host.tasks) - host.workers)
            return [host.name for host in busy[:3]]

    def _of_use(self) -> int:
        """Return how many tasks can be under way at once, since no host gets more than so many connections."""
        return sum(min(len(host.tasks), self._pacer.connections(host.name)) for host in self._ready)

    def _serve(self, crew: Crew) -> None:
        try:
            while crew.goes_on() and (host := self._next_host()):
                self._drain(host)
        except BaseException as error:
            with self._changed:
                self._failed, self._stopped = error, True
                self._changed.notify_all()

    def _next_host(self) -> _Host[Task] | None:
        with self._changed:
            while not self._stopped and self._left:
                now = self._pacer.clock()
                while self._later and self._later[0][0] <= now:
                    rested = self._hosts[heapq.heappop(self._later)[1]]
                    rested.rests = False
                    self._ready.append(rested)
                host = self._ready.popleft() if self._ready else self._crowded()
                if host is not None:
                    host.workers += 1
                    self._busy[host.name] = host
                    return host
                wait = self._later[0][0] - now if self._later else _LOOK_AGAIN
                self._changed.wait(min(wait, _LOOK_AGAIN))
        return None

    def _crowded(self) -> _Host[Task] | None:
        """Return a host whose queue is worth one more connection, the longest first; none that is to be left alone."""
        now = self._pacer.clock()
        busy = (host for host in self._busy.values() if not host.rests)
        worst = max(busy, key=lambda host: host.queue_seconds(now), default=None)
        if worst is None or worst.queue_seconds(now) < _WORTH_A_CONNECTION:
            return None
        return worst if worst.workers < self._pacer.connections(worst.name) else None

    def _drain(self, host: _Host[Task]) -> None:
        """Do the tasks of a host one after the other, until there are none or it wants a rest."""
        clock = self._pacer.clock
        again: float | None = None
        while not self._stopped:
            with self._changed:
                if not host.tasks:
                    break
                task = host.tasks.popleft()
            try:
                wait = self._pacer.try_enter(host.name)
            except NoAnswer as silence:
                self._refuse(task, silence)
                self._done()
                continue
            if wait:
                host.tasks.appendleft(task)
                again = clock() + wait
                break
            began = host.since = clock()
            self._work(task, host.name)
            took = clock() - began
            host.seconds = took if not host.seconds else 0.7 * host.seconds + 0.3 * took
            self._done()
        with self._changed:
            host.workers -= 1
            is_done = not host.workers and not host.tasks
            if not host.workers:
                del self._busy[host.name]
            if again is not None and not host.rests:
                host.rests = True
                heapq.heappush(self._later, (again, host.name))
        if is_done:
            self._done_with(host.name)

    def _done(self) -> None:
        with self._changed:
            self._left -= 1
            if self._left == 0:
                self._changed.notify_all()
