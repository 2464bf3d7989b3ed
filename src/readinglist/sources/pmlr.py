"""The Proceedings of Machine Learning Research: one BibTeX file a volume."""

from __future__ import annotations

import re

from readinglist.importers.bibtex import bibtex
from readinglist.metadata.outcome import NotFound, Outcome, Unreadable
from readinglist.metadata.subject import Subject
from readinglist.sources import _imported
from readinglist.sources._answers import failure_of, is_html, text_of
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "proceedings.mlr.press"
_PAPER = re.compile(rf"https?://{re.escape(_HOST)}/(v\d+|r\d+)/([\w.-]+?)(?:/[\w.-]+)?(?:\.html|\.pdf)?/?(?:[?#].*)?")


def _question(subject: Subject, keys: Keys) -> Question | None:
    found = _PAPER.fullmatch(subject.value)
    return ask(f"https://{_HOST}/{found[1]}/assets/bib/bibliography.bib") if found else None


def _read(subject: Subject, answer: Answer) -> Outcome:
    """Return what the volume's file says about one paper of it."""
    if failure := failure_of(answer):
        return failure
    found = _PAPER.fullmatch(subject.value)
    if is_html(answer) or not found:
        return Unreadable("a page for people instead of BibTeX")
    entry = re.search(
        rf"@\w+\s*\{{\s*(?:pmlr-)?(?:{found[1]}-)?{re.escape(found[2])}\s*,", text_of(answer), re.IGNORECASE
    )
    if not entry:
        return NotFound(f"the volume has no paper {found[2]}")
    rest = text_of(answer)[entry.start() :]
    following = re.search(r"^@", rest[1:], re.MULTILINE)
    return _imported.read(bibtex, rest[: following.start() + 1] if following else rest, Claims("pmlr"))


pmlr = Source(
    name="pmlr",
    kinds=("url",),
    question=_question,
    read=_read,
    rank=15,
    paces={_HOST: Pace(connections=1, interval=1.0)},
)
