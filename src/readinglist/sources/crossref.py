"""Crossref: the registry of most journals and proceedings."""

from __future__ import annotations

from readinglist.metadata.outcome import Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _crossref_work as work
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask, in_path
from readinglist.sources._claims import Claims, mismatch
from readinglist.sources._json import Node
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "api.crossref.org"


def _question(subject: Subject, keys: Keys) -> Question | None:
    return ask(f"https://{_HOST}/works/{in_path(subject.value)}", {"mailto": keys.contact}, accept="application/json")


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _known(subject, root["message"]))


def _known(subject: Subject, message: Node) -> Outcome:
    names = [message["DOI"].text, *(each.text for each in message["aliases"])]
    if other := mismatch(subject.value, names):
        return other
    claims = Claims("crossref")
    work.state(message, claims)
    return claims.known(see=work.other_names(message))


crossref = Source(
    name="crossref",
    kinds=("doi",),
    question=_question,
    read=_read,
    rank=10,
    paces={_HOST: Pace(connections=1, interval=0.2)},
    agency="Crossref",
)
