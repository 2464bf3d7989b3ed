"""A small world for the engine: services that answer JSON of claims, a web that remembers who asked, and a clock."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from readinglist.metadata.cache import Cache
from readinglist.metadata.claim import Claim
from readinglist.metadata.desk import Desk
from readinglist.metadata.outcome import Blocked, Known, NotFound, Outcome, RateLimited, Unavailable, Unreadable
from readinglist.metadata.subject import Kind, Subject
from readinglist.metadata.turns import Turns
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question, Silence
from readinglist.web.pacing import Pace


@dataclass
class Clock:
    """Time that passes only where somebody sleeps."""

    time: float = 1_790_000_000.0

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += seconds


Behaviour = Answer | Silence | Callable[[Question], "Answer | Silence"]


@dataclass
class Web:
    """Answers by address, and remembers what was asked when."""

    clock: Clock
    pages: dict[str, Any] = field(default_factory=dict)
    heard: list[tuple[float, Question]] = field(default_factory=list)
    otherwise: Any = field(default_factory=lambda: Answer("", 404))

    def __call__(self, question: Question) -> Answer | Silence:
        self.heard.append((self.clock.time, question))
        page = self.pages.get(question.url, self.otherwise)
        if isinstance(page, list):
            page = page.pop(0) if len(page) > 1 else page[0]
        answer: Answer | Silence = page(question) if callable(page) else page
        return answer

    @property
    def urls(self) -> list[str]:
        return [question.url for _, question in self.heard]

    @property
    def times(self) -> list[float]:
        first = self.heard[0][0] if self.heard else 0
        return [round(time - first, 3) for time, _ in self.heard]


def says(url: str, see: Sequence[str] = (), confidence: float = 0.95, **fields: Any) -> Answer:
    """An answer of a service of this world."""
    fields = {name.replace("_", "-"): value for name, value in fields.items()}
    return Answer(
        url,
        200,
        {"content-type": "application/json"},
        json.dumps({"fields": fields, "see": list(see), "confidence": confidence}).encode(),
    )


def registry(name: str, *kinds: Kind, rank: int = 10, pace: Pace | None = None, **more: Any) -> Source:
    """A source of this world: it is asked at https://NAME.example/KIND/IDENTIFIER."""
    host = f"{name}.example"

    def question(subject: Subject, keys: Keys) -> Question:
        mail = f"?mailto={keys.contact}" if keys.contact else ""
        return Question(f"https://{host}/{subject.kind}/{subject.value}{mail}")

    return Source(
        name, kinds, question, lambda _, answer: outcome(name, answer), rank, {host: pace or Pace(1, 0.0)}, **more
    )


def outcome(name: str, answer: Answer) -> Outcome:
    match answer.status:
        case 404:
            return NotFound("status 404")
        case 403:
            return Blocked("status 403")
        case 429:
            after = answer.headers.get("retry-after")
            return RateLimited("status 429", float(after) if after else None)
        case status if status >= 500:
            return Unavailable(f"status {status}")
    try:
        data = json.loads(answer.body)
    except ValueError:
        return Unreadable("no JSON")
    claims = (Claim(key, value, name, f"fields.{key}", data["confidence"]) for key, value in data["fields"].items())
    return Known(tuple(claims), tuple(data["see"]))


def desk(web: Web, folder: Path | None = None, **more: Any) -> Desk:
    """A desk in this world."""
    turns = Turns(folder / "turns" if folder else None, now=web.clock.now, sleep=web.clock.sleep)
    return Desk(web, Cache(folder), turns, chance=lambda: 0.5, **more)
