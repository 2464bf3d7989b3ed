"""DBLP: the bibliography of computer science; records by key, and a search."""

from __future__ import annotations

from readinglist.metadata.outcome import Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _bibtex_record
from readinglist.sources._ask import ask, in_path
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "dblp.org"


def _question(subject: Subject, keys: Keys) -> Question | None:
    return ask(f"https://{_HOST}/rec/{in_path(subject.value)}.bib", {"param": "1"})


def _read(subject: Subject, answer: Answer) -> Outcome:
    return _bibtex_record.read(answer, "dblp", key=f"DBLP:{subject.value}")


dblp = Source(
    name="dblp",
    kinds=("dblp",),
    question=_question,
    read=_read,
    rank=18,
    paces={_HOST: Pace(connections=1, interval=1.5)},
)
