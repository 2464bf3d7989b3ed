"""A repository's CITATION.cff: how its authors want to be cited."""

from __future__ import annotations

from readinglist.importers.cff import cff
from readinglist.metadata.outcome import NotFound, Outcome, Unreadable
from readinglist.metadata.subject import Subject
from readinglist.sources import _imported
from readinglist.sources._answers import failure_of, is_html, text_of
from readinglist.sources._ask import ask, in_path
from readinglist.sources._claims import Claims
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question


def _question(subject: Subject, keys: Keys) -> Question | None:
    return ask(f"https://raw.githubusercontent.com/{in_path(subject.value)}/HEAD/CITATION.cff")


def _read(subject: Subject, answer: Answer) -> Outcome:
    """Return what the file says of the software itself; a preferred citation is of another work."""
    if failure := failure_of(answer):
        return failure
    if is_html(answer):
        return Unreadable("a page for people instead of CITATION.cff")
    claims = Claims("github-citation", 0.9)
    claims.add("github", subject.value, "the address")
    outcome = _imported.read(cff, text_of(answer), claims)
    return outcome if claims.get("title") else NotFound("CITATION.cff names no software")


github_citation = Source(name="github-citation", kinds=("github",), question=_question, read=_read, rank=20, days=7)
