"""Who asks where: told by how often a host's turn is looked for, and by how many ask at once."""

from __future__ import annotations

import threading
import time
from typing import NamedTuple

from readinglist.links.schedule import Schedule
from readinglist.web.pacing import Pace, Pacer


class Task(NamedTuple):
    lane: str


class CountingPacer(Pacer):
    looks = 0

    def try_enter(self, host: str) -> float:
        self.looks += 1
        return super().try_enter(host)


def asked(pacer: Pacer, *lanes: str, seconds: float = 0.1) -> set[str]:
    """Ask at these hosts, each of which takes a while; return the names of all workers there are meanwhile."""
    workers: set[str] = set()

    def work(task: Task, lane: str) -> None:
        workers.update(thread.name for thread in threading.enumerate() if thread.name.startswith("asking-"))
        time.sleep(seconds)
        pacer.leave(lane, 200)

    Schedule([Task(lane) for lane in lanes], pacer, work, lambda *_: None).run(64)
    return workers


def test_a_host_that_is_to_be_left_alone_is_not_looked_at_until_then() -> None:
    pacer = CountingPacer(Pace(4, 0.05))
    asked(pacer, *["one.example"] * 20)
    assert pacer.looks < 5 * 20


def test_there_are_no_more_workers_than_connections_that_the_hosts_get() -> None:
    pacer = Pacer(Pace(2, 0), {"three.example": Pace(3, 0)})
    assert len(asked(pacer, *["one.example"] * 40, *["three.example"] * 40)) <= 5
