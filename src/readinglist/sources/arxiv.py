"""arXiv, many papers in one question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readinglist.metadata.outcome import Known, NotFound, Outcome, Unreadable
from readinglist.metadata.subject import Subject
from readinglist.sources import _atom
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims
from readinglist.sources._source import Keys, Source
from readinglist.sources._xml import Tag
from readinglist.sources._xml_answers import from_xml
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "export.arxiv.org"
_MOST = 100


def _question(subject: Subject, keys: Keys) -> Question | None:
    return _batch([subject], keys)


def _batch(subjects: Sequence[Subject], keys: Keys) -> Question:
    """Return one question about all; without `max_results` arXiv answers about ten of them."""
    numbers = ",".join(subject.value for subject in subjects)
    return ask(f"https://{_HOST}/api/query", {"id_list": numbers, "max_results": str(len(subjects))})


def _read(subject: Subject, answer: Answer) -> Outcome:
    if answer.status == 400:  # what it says since 2025 where a number is none
        return NotFound("arXiv does not take this for a number of its own")
    return from_xml(answer, lambda feed: _known(subject, feed))


def _known(subject: Subject, feed: Tag) -> Outcome:
    if feed.name != "feed":
        return Unreadable(f"an element '{feed.name[:40]}' instead of a feed")
    for number, entry in _atom.entries(feed):
        if _same(number, subject.value):
            claims = Claims("arxiv")
            _atom.state(number, entry, claims)
            outcome = claims.known(see=entry.first("doi").text.split())
            return outcome if isinstance(outcome, Known) else NotFound("arXiv's entry is empty")
    return NotFound(_atom.complaint(feed) or "arXiv's answer has no such paper")


def _same(told: str, asked: str) -> bool:
    return re.sub(r"v\d+$", "", told).casefold() == re.sub(r"v\d+$", "", asked).casefold()


arxiv = Source(
    name="arxiv",
    kinds=("arxiv",),
    question=_question,
    read=_read,
    rank=20,
    paces={_HOST: Pace(connections=1, interval=3.0)},
    batch=_batch,
    batch_size=_MOST,
)
