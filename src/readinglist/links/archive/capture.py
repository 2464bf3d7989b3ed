"""A capture of a page, and what the Internet Archive says of those it has. Pure."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from readinglist.sources._answers import failure_of, is_html, text_of
from readinglist.sources._ask import ask
from readinglist.sources._json import Node
from readinglist.web.messages import Answer, Question

_FIELDS = "timestamp,original,statuscode,mimetype"
_MOMENT = "%Y%m%d%H%M%S"
_MOST = 20
_ENOUGH = 500_000
_WRAPPED = re.compile(r"https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(.+)", re.DOTALL)


class NoWord(Exception):
    """The archive says nothing that could be read: it is ill, walled off, or has had enough of us."""


@dataclass(frozen=True, slots=True, order=True)
class Capture:
    """One copy: when it was made, and of which address."""

    timestamp: str
    original: str

    @property
    def url(self) -> str:
        """Where readers see it."""
        return f"https://web.archive.org/web/{self.timestamp}/{self.original}"

    @property
    def day(self) -> str:
        """When it was made: `2024-01-02`."""
        return f"{self.timestamp[:4]}-{self.timestamp[4:6]}-{self.timestamp[6:8]}"

    @property
    def moment(self) -> datetime.datetime:
        """When it was made."""
        return datetime.datetime.strptime(self.timestamp, _MOMENT)

    @property
    def as_it_was(self) -> Question:
        """The question for the page itself, without what the archive adds to it."""
        return Question(
            f"https://web.archive.org/web/{self.timestamp}id_/{self.original}", body_limit=_ENOUGH, error_limit=20_000
        )


def all_near(url: str, day: datetime.date) -> Question:
    """Ask for the captures of an address that answered 200, those nearest to a day first."""
    fields = {"url": url, "output": "json", "fl": _FIELDS, "filter": "statuscode:200", "limit": str(_MOST)}
    return ask(
        "https://web.archive.org/cdx/search/cdx", {**fields, "sort": "closest", "closest": f"{day:%Y%m%d}120000"}
    )


def one_near(url: str, day: datetime.date) -> Question:
    """Ask for the one capture nearest to a day; who answers this is another machine than the one with the list."""
    return ask("https://archive.org/wayback/available", {"url": url, "timestamp": f"{day:%Y%m%d}120000"})


def read_all(answer: Answer) -> list[Capture]:
    """Return the captures of a list that answered 200; raise `NoWord` where there is no list."""
    rows = _json(answer)
    if not isinstance(rows, list):
        raise NoWord("this is no list of captures")
    if not rows:
        return []
    if not isinstance(rows[0], list) or not {"timestamp", "original", "statuscode"} <= {str(each) for each in rows[0]}:
        raise NoWord("this is no list of captures")
    named = (dict(zip(map(str, rows[0]), map(str, row), strict=False)) for row in rows[1:] if isinstance(row, list))
    return list(_sound(named))


def read_one(answer: Answer) -> list[Capture]:
    """Return the one capture that is named, if it is one that answered 200."""
    root = Node(_json(answer))
    if root["archived_snapshots"].value is None:
        raise NoWord("this says nothing about captures")
    closest = root["archived_snapshots"]["closest"]
    found = _WRAPPED.fullmatch(closest["url"].text)
    if not found or closest["available"].value is not True:
        return []
    return list(_sound([{"timestamp": found[1], "original": found[2], "statuscode": closest["status"].text}]))


def nearest_first(captures: Iterable[Capture], day: datetime.date) -> list[Capture]:
    """Return captures by how near to noon of a day they were made; of two that are as near, the earlier one first."""
    noon = datetime.datetime.combine(day, datetime.time(12))
    return sorted(set(captures), key=lambda capture: (abs(capture.moment - noon), capture))


def unwrapped(url: str) -> str | None:
    """Return the address of which a capture is one; None where an address is of no capture."""
    found = _WRAPPED.fullmatch(url)
    return found[2] if found else None


def _sound(rows: Iterable[dict[str, str]]) -> Iterator[Capture]:
    for row in rows:
        capture = Capture(row.get("timestamp", ""), row.get("original", ""))
        is_page = row.get("statuscode") == "200" and re.match(r"https?://", capture.original, re.IGNORECASE)
        if is_page and _is_moment(capture.timestamp):
            yield capture


def _is_moment(timestamp: str) -> bool:
    try:
        return bool(re.fullmatch(r"[0-9]{14}", timestamp) and datetime.datetime.strptime(timestamp, _MOMENT))
    except ValueError:
        return False


def _json(answer: Answer) -> Any:
    if not answer.body.strip() and answer.status == 200:
        return []
    if failure := failure_of(answer):
        raise NoWord(failure.detail)
    if is_html(answer):
        raise NoWord("a page for people instead of a list")
    try:
        return json.loads(text_of(answer))
    except (ValueError, RecursionError) as error:
        raise NoWord("the list of captures is garbled") from error
