"""Who owns a repository, by name: a person, or a body."""

from __future__ import annotations

from readinglist.metadata.outcome import Mismatch, NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _github as shared
from readinglist.sources._answers import from_json
from readinglist.sources._ask import in_path
from readinglist.sources._claims import Claims
from readinglist.sources._json import Node
from readinglist.sources._names import body, whole
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question


def _question(subject: Subject, keys: Keys) -> Question | None:
    return shared.question(f"users/{in_path(subject.value.partition('/')[0])}", "github-owner", keys)


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _known(subject, root))


def _known(subject: Subject, owner: Node) -> Outcome:
    login, name = owner["login"].text, owner["name"].text
    if login and login.casefold() != subject.value.partition("/")[0].casefold():
        return Mismatch(f"asked for {subject.value}, and the answer is about {login[:80]}")
    if not login:
        return NotFound("GitHub's answer names nobody")
    claims = Claims("github-owner", 0.6)
    is_person = owner["type"].text == "User" and name
    claims.people(
        "author", [whole(name) if is_person else body(name or login)], owner["name" if name else "login"].path
    )
    return claims.known()


github_owner = Source(
    name="github-owner",
    kinds=("github",),
    question=_question,
    read=_read,
    rank=28,
    paces=shared.PACES,
    variable=shared.VARIABLE,
)
