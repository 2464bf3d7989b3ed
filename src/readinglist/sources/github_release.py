"""The latest release of a repository: its version, and the day it came out."""

from __future__ import annotations

from readinglist.metadata.outcome import NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _github as shared
from readinglist.sources._answers import from_json
from readinglist.sources._ask import in_path
from readinglist.sources._claims import Claims
from readinglist.sources._json import Node
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question


def _question(subject: Subject, keys: Keys) -> Question | None:
    return shared.question(f"repos/{in_path(subject.value)}/releases/latest", "github-release", keys)


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, _known)


def _known(release: Node) -> Outcome:
    if not release["tag_name"].text:
        return NotFound("the repository has no release")
    claims = Claims("github-release", 0.7)
    claims.text("version", release["tag_name"])
    claims.date("issued", release["published_at"])
    return claims.known()


github_release = Source(
    name="github-release",
    kinds=("github",),
    question=_question,
    read=_read,
    rank=29,
    paces=shared.PACES,
    days=7,
    variable=shared.VARIABLE,
)
