"""The ACL Anthology: computational linguistics."""

from __future__ import annotations

from readinglist.metadata.outcome import Known, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _bibtex_record
from readinglist.sources._ask import ask, in_path
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "aclanthology.org"


def _question(subject: Subject, keys: Keys) -> Question | None:
    return ask(f"https://{_HOST}/{in_path(subject.value)}.bib")


def _read(subject: Subject, answer: Answer) -> Outcome:
    outcome = _bibtex_record.read(answer, "acl-anthology")
    if not isinstance(outcome, Known):
        return outcome
    dois = tuple(str(claim.value) for claim in outcome.claims if claim.field == "DOI")
    return Known(outcome.claims, see=dois)


acl_anthology = Source(
    name="acl-anthology",
    kinds=("acl",),
    question=_question,
    read=_read,
    rank=15,
    paces={_HOST: Pace(connections=1, interval=1.0)},
)
