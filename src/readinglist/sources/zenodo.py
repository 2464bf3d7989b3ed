"""Zenodo, which knows more of its records than the registry of their DOIs."""

from __future__ import annotations

import re

from readinglist.metadata.outcome import Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _invenio
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims, mismatch
from readinglist.sources._json import Node
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "zenodo.org"
_DOI = re.compile(r"10\.5281/zenodo\.(\d+)", re.IGNORECASE)


def _question(subject: Subject, keys: Keys) -> Question | None:
    found = _DOI.fullmatch(subject.value)
    token = keys.by_source.get("zenodo", "").strip()
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return ask(f"https://{_HOST}/api/records/{found[1]}", accept="application/json", headers=headers) if found else None


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _known(subject, root))


def _known(subject: Subject, record: Node) -> Outcome:
    all_versions = [record["conceptdoi"].text, record["parent"]["pids"]["doi"]["identifier"].text]
    if other := mismatch(subject.value, [record["doi"].text, record["pids"]["doi"]["identifier"].text, *all_versions]):
        return other
    claims = Claims("zenodo")
    _invenio.state(record, claims)
    return claims.known()


zenodo = Source(
    name="zenodo",
    kinds=("doi",),
    question=_question,
    read=_read,
    rank=12,
    paces={_HOST: Pace(connections=1, interval=1.0)},
    agency="DataCite",
    variable="ZENODO_TOKEN",
)
