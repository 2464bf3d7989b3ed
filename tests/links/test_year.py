"""A year of daily checks on a fake clock: hosts answer as real ones do, some links really die."""

from __future__ import annotations

import datetime
import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from readinglist.ledger.file import Ledger
from readinglist.links.check import check_links
from readinglist.links.plan import Plan
from readinglist.links.verdict import Verdict
from readinglist.web.messages import Answer, Hop, Outcome, Question, Silence, Trouble
from readinglist.web.pacing import Pace, Pacer

LINKS = 1000 if os.environ.get("READINGLIST_SOAK") else 150
DAYS = 365
DAY_0 = datetime.date(2026, 1, 1)


@dataclass
class Host:
    """How a host is: some wall robots off, all are ill now and then, and for days once or twice a year."""

    walled: bool
    error_rate: float
    outages: list[tuple[int, int, str]]

    def mood(self, day: int, dice: random.Random) -> str:
        for first, last, how in self.outages:
            if first <= day < last:
                return how
        if self.walled:
            return "403"
        if dice.random() < self.error_rate:
            return dice.choice(["403", "429", "500", "503", "timeout", "dns", "reset", "nxdomain"])
        return "well"


class World:
    """Stands in for the client, and for what lies behind it."""

    def __init__(self, seed: int, links: int) -> None:
        self.dice = random.Random(seed)
        self.day = 0
        self.hosts = {f"host{number}.test": self._host() for number in range(links // 5)}
        self.urls = [f"https://host{number % (links // 5)}.test/{number}" for number in range(links)]
        open_links = [url for url in self.urls if not self.hosts[self.host_of(url)].walled]
        self.deaths = {url: self.dice.randrange(5, DAYS - 10) for url in self.dice.sample(open_links, links // 30)}
        self.pacer = Pacer(Pace(9, 0), sleep=lambda _: None)
        self.names = self
        self.reached_anybody = True
        self.asked = 0

    def _host(self) -> Host:
        outages = []
        for _ in range(self.dice.choice([0, 0, 1, 1, 2])):
            first = self.dice.randrange(DAYS)
            how = self.dice.choice(["500", "503", "timeout", "dns", "nxdomain", "403", "404"])
            longest = 2 if how in {"404", "nxdomain"} else 9
            outages.append((first, first + self.dice.randint(1, longest), how))
        return Host(self.dice.random() < 0.1, self.dice.choice([0.0, 0.01, 0.05]), outages)

    @staticmethod
    def host_of(url: str) -> str:
        return urlsplit(url).hostname or ""

    def done_with(self, lane: str) -> None:
        pass

    def can_be_asked(self) -> bool:
        return True

    def close(self) -> None:
        pass

    def ask(self, question: Question, holding: str = "") -> Outcome:
        if holding:
            self.pacer.leave(holding)
        self.asked += 1
        how = self.hosts[self.host_of(question.url)].mood(self.day, self.dice)
        if how == "well":
            how = "404" if self.deaths.get(question.url, DAYS) <= self.day else "200"
        troubles = {
            "timeout": Trouble.TIMEOUT,
            "dns": Trouble.DNS,
            "reset": Trouble.RESET,
            "nxdomain": Trouble.NO_SUCH_HOST,
        }
        if how in troubles:
            return Silence(question.url, troubles[how])
        return Answer(question.url, int(how), chain=(Hop(question.url, int(how)),))


def test_a_year_of_daily_checks() -> None:
    world = World(1, LINKS)
    ledger = Ledger(None)
    connect: Callable[[], Any] = lambda: world  # noqa: E731
    reported: dict[str, int] = {}
    false_gone: set[str] = set()
    for world.day in range(DAYS):
        plan = Plan(DAY_0 + datetime.timedelta(days=world.day), retries=(0, 0, 0), workers=1)
        for url, judgement in check_links(world.urls, connect, ledger, plan).items():
            if judgement.verdict is Verdict.GONE:
                if world.deaths.get(url, DAYS) <= world.day:
                    reported.setdefault(url, world.day)
                else:
                    false_gone.add(url)
    ill_when_new = {
        url for url in false_gone if world.hosts[world.host_of(url)].mood(0, random.Random(0)) in {"404", "nxdomain"}
    }
    late = {url: reported.get(url, DAYS) - day for url, day in world.deaths.items()}
    outages = {url: _outage_days(world, url, day) for url, day in world.deaths.items()}
    assert len(false_gone - ill_when_new) <= LINKS / 1000
    assert {url: days for url, days in late.items() if days > 7 + outages[url]} == {}
    assert world.asked < 1.2 * LINKS * DAYS


def _outage_days(world: World, url: str, death: int) -> int:
    """How many days around a death its host was ill as a whole: nobody could have seen it then."""
    outages = world.hosts[world.host_of(url)].outages
    return sum(last - first for first, last, _ in outages if death - 9 <= first <= death + 9)
