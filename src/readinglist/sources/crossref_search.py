"""Crossref's search: which works have a title and author like these."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.metadata.outcome import Outcome
from readinglist.metadata.subject import Subject
from readinglist.metadata.version import Version
from readinglist.sources import _crossref_work, _found
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims
from readinglist.sources._json import Node
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "api.crossref.org"
_FIELDS = (
    "DOI,type,subtype,title,subtitle,author,issued,container-title,publisher,event,relation,institution,group-title"
)


def _question(subject: Subject, keys: Keys) -> Question | None:
    asked = {"query.bibliographic": subject.value, "rows": str(_found.MOST), "select": _FIELDS, "mailto": keys.contact}
    return ask(f"https://{_HOST}/works", asked, accept="application/json")


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _found.outcome(versions(root), "Crossref"))


def versions(root: Node) -> Iterator[Version]:
    """Yield the works of a list, the best first."""
    for item in root["message"]["items"]:
        claims = Claims("crossref")
        _crossref_work.state(item, claims)
        yield _found.version(claims, "crossref")


crossref_search = Source(
    name="crossref-search",
    kinds=("words",),
    question=_question,
    read=_read,
    rank=40,
    paces={_HOST: Pace(connections=1, interval=0.34)},
    days=7,
)
