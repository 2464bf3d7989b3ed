"""Wikipedia's citation service, which asks library catalogues: for ISBNs that the others do not know."""

from __future__ import annotations

from readinglist.importers.csl_json import csl_json
from readinglist.metadata.outcome import Mismatch, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _imported
from readinglist.sources._answers import from_json, text_of
from readinglist.sources._ask import ask, in_path
from readinglist.sources._claims import Claims
from readinglist.sources._isbn import thirteen
from readinglist.sources._json import Node
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "en.wikipedia.org"


def _question(subject: Subject, keys: Keys) -> Question | None:
    return ask(f"https://{_HOST}/api/rest_v1/data/citation/zotero/{in_path(thirteen(subject.value))}")


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _known(subject, root.first, answer))


def _known(subject: Subject, item: Node, answer: Answer) -> Outcome:
    told = {thirteen(word) for word in item["ISBN"].text.replace(",", " ").split()} - {""}
    if told and thirteen(subject.value) not in told:
        return Mismatch(f"asked for {subject.value}, and the answer is about {min(told)}")
    return _imported.read(csl_json, text_of(answer), Claims("citoid", 0.8))


citoid = Source(
    name="citoid",
    kinds=("isbn",),
    question=_question,
    read=_read,
    rank=30,
    paces={_HOST: Pace(connections=1, interval=1.0)},
)
