"""A web in a table: addresses and what they answer; redirects are followed as the client follows them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from readinglist.web.address import parse_address
from readinglist.web.client import Client, Manners
from readinglist.web.messages import Answer, Hop, Outcome, Question, Silence, Trouble
from readinglist.web.pacing import Pace, Pacer

HTML = {"content-type": "text/html; charset=utf-8"}


@dataclass
class Shown:
    """What an address answers."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: HTML)
    body: bytes = b""


def leads(target: str, status: int = 301, **headers: str) -> Shown:
    """Answer with a redirect."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Shown(status, {"location": target, **named})


def work(title: str, head: str = "", seed: str = "") -> Shown:
    """Answer with a page of a few hundred words that are those of this title alone."""
    chance = random.Random(seed or title)
    words = " ".join("".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randint(3, 9))) for _ in range(250))
    return Shown(body=f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1><p>{words}".encode())


class Web(Client):
    """A client whose answers come from a table; what is not in it answers 404, and no host of it is unknown."""

    def __init__(self, table: Mapping[str, Shown], manners: Manners | None = None) -> None:
        super().__init__(manners or Manners(proxies={}), Pacer(Pace(64, 0)))
        self.table = {_plain(url): shown for url, shown in table.items()}
        self.asked: Counter[str] = Counter()

    @property
    def reached_anybody(self) -> bool:
        """Whether anybody was asked."""
        return bool(self.asked)

    def ask(self, question: Question, holding: str = "") -> Outcome:
        """Answer from the table."""
        if holding:
            self.pacer.leave(holding, 200)
        self.asked[question.url] += 1
        url, chain = question.url, list[Hop]()
        for _ in range(10):
            shown = self.table.get(_plain(url), Shown(404, HTML, b"<title>Not found</title>"))
            if shown.status == 0:
                return Silence(url, Trouble.REFUSED, "the connection was refused", tuple(chain))
            chain.append(Hop(parse_address(url).url, shown.status))
            if "location" not in shown.headers:
                return Answer(chain[-1].url, shown.status, shown.headers, shown.body, tuple(chain))
            url = urljoin(url, shown.headers["location"])
        return Silence(url, Trouble.TOO_MANY_REDIRECTS, "", tuple(chain))


def _plain(url: str) -> str:
    return parse_address(url).url
