"""OpenReview: papers under review, and those that were accepted."""

from __future__ import annotations

import datetime
import re

from readinglist.importers.bibtex import bibtex
from readinglist.metadata.outcome import Mismatch, NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims
from readinglist.sources._json import Node
from readinglist.sources._names import whole
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "api2.openreview.net"
_NOT_YET = re.compile(r"submitted to|submission|under review|withdrawn|reject", re.IGNORECASE)


def _question(subject: Subject, keys: Keys) -> Question | None:
    return ask(f"https://{_HOST}/notes", {"forum": subject.value, "id": subject.value})


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _known(subject, root))


def _known(subject: Subject, root: Node) -> Outcome:
    notes = [each for each in root["notes"] if each["content"]["title"]]
    if not notes:
        return NotFound("OpenReview shows no such paper")
    paper = next((each for each in notes if each["id"].text == subject.value), None)
    if paper is None:
        return Mismatch(f"asked for {subject.value}, and the answer is about {notes[0]['id'].text[:80]}")
    claims = Claims("openreview", 0.9)
    _state(paper, claims)
    claims.add("openreview", subject.value, paper["id"].path)
    claims.add("URL", f"https://openreview.net/forum?id={subject.value}", paper["id"].path)
    return claims.known()


def _state(paper: Node, claims: Claims) -> None:
    held = paper["content"]
    claims.text("title", _value(held["title"]))
    authors = _value(held["authors"])
    claims.people("author", (whole(each.text) for each in authors if each.text != "Anonymous"), authors.path)
    venue = _value(held["venue"])
    if venue.text and not _NOT_YET.search(venue.text):
        claims.add(
            "type", "article-journal" if "TMLR" in _value(held["venueid"]).text else "paper-conference", venue.path
        )
        _of_bibtex(_value(held["_bibtex"]), claims)
        claims.text("container-title", venue, confidence=0.7)
    else:
        claims.add("type", "manuscript", venue.path)
    for name in ("pdate", "odate", "cdate"):
        claims.date("issued", paper[name], read=_day)
    claims.text("abstract", _value(held["abstract"]))


def _value(field: Node) -> Node:
    """Return a field's value, which the second version of the interface wraps."""
    return field["value"] if isinstance(field.value, dict) else field


def _of_bibtex(place: Node, claims: Claims) -> None:
    for entry in bibtex(place.text[:20_000]).entries[:1]:
        for field in ("container-title", "issued"):
            claims.add(field, entry.fields.get(field), f"{place.path}.{field}")


def _day(milliseconds: str) -> str | None:
    if not re.fullmatch(r"[0-9]{10,14}", milliseconds):
        return None
    return datetime.datetime.fromtimestamp(int(milliseconds) / 1000, datetime.UTC).date().isoformat()


openreview = Source(
    name="openreview",
    kinds=("openreview",),
    question=_question,
    read=_read,
    rank=18,
    paces={_HOST: Pace(connections=1, interval=1.0)},
)
