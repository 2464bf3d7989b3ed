"""Semantic Scholar's best match for a title; its score has no scale, so the record itself is compared."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.metadata.outcome import Outcome
from readinglist.metadata.subject import Subject
from readinglist.metadata.version import Version
from readinglist.sources import _found, semantic_scholar
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims
from readinglist.sources._json import Node
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "api.semanticscholar.org"


def _question(subject: Subject, keys: Keys) -> Question | None:
    key = keys.by_source.get("semantic-scholar-search", "").strip()
    asked = {"query": subject.value, "fields": semantic_scholar.FIELDS}
    return ask(f"https://{_HOST}/graph/v1/paper/search/match", asked, headers={"x-api-key": key} if key else {})


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _found.outcome(versions(root), "Semantic Scholar"))


def versions(root: Node) -> Iterator[Version]:
    """Yield the papers of an answer."""
    for paper in root["data"]:
        claims = Claims("semantic-scholar", 0.7)
        semantic_scholar.state(paper, claims)
        names = [name for name in semantic_scholar.names(paper) if not name.startswith("arxiv:")]
        yield _found.version(claims, "semantic-scholar", names)


semantic_scholar_search = Source(
    name="semantic-scholar-search",
    kinds=("words",),
    question=_question,
    read=_read,
    rank=42,
    paces={_HOST: Pace(connections=1, interval=3.1)},
    days=7,
    variable="SEMANTIC_SCHOLAR_API_KEY",
)
