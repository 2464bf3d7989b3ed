"""The proceedings of NeurIPS, where a paper's BibTeX lies beside its abstract."""

from __future__ import annotations

import re

from readinglist.metadata.outcome import Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _bibtex_record
from readinglist.sources._ask import ask
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "proceedings.neurips.cc"
# Since 2022 the track stands in the name, and the BibTeX under a number that only the page knows.
_PAPER = re.compile(
    r"https?://(?:proceedings\.neurips\.cc|papers\.(?:nips|neurips)\.cc)/paper(?:_files/paper)?/(\d{4})/(?:hash|file)/"
    r"([0-9a-f]{32})-(?:Abstract\.html|Paper\.pdf|Bibtex\.bib)(?:[?#].*)?"
)


def _question(subject: Subject, keys: Keys) -> Question | None:
    found = _PAPER.fullmatch(subject.value)
    return ask(f"https://{_HOST}/paper_files/paper/{found[1]}/file/{found[2]}-Bibtex.bib") if found else None


def _read(subject: Subject, answer: Answer) -> Outcome:
    return _bibtex_record.read(answer, "neurips")


neurips = Source(
    name="neurips",
    kinds=("url",),
    question=_question,
    read=_read,
    rank=15,
    paces={_HOST: Pace(connections=1, interval=1.0)},
)
