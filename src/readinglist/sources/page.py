"""Any page of the Web: what it says about itself, and which identifiers of the work it names."""

from __future__ import annotations

from readinglist.metadata.outcome import Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources._ask import ask
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.webpage.read import read_answer

_WANTED = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def _question(subject: Subject, keys: Keys) -> Question | None:
    return ask(subject.value, accept=_WANTED)


def _read(subject: Subject, answer: Answer) -> Outcome:
    return read_answer(answer)


page = Source(name="page", kinds=("url",), question=_question, read=_read, rank=90, days=7)
