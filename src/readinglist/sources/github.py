"""A repository as GitHub's interface describes it."""

from __future__ import annotations

from readinglist.metadata.outcome import Mismatch, NotFound, Outcome, Unreadable
from readinglist.metadata.subject import Subject
from readinglist.sources import _github as shared
from readinglist.sources._answers import from_json
from readinglist.sources._ask import in_path
from readinglist.sources._claims import Claims, Word
from readinglist.sources._json import Node
from readinglist.sources._licence import licence_of
from readinglist.sources._names import body
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question


def _question(subject: Subject, keys: Keys) -> Question | None:
    return shared.question(f"repos/{in_path(subject.value)}", "github", keys)


def _read(subject: Subject, answer: Answer) -> Outcome:
    if answer.status in (301, 307, 308):
        return NotFound("the repository has another name now, and GitHub's answer does not say which")
    return from_json(answer, lambda root: _known(subject, root, answer))


def _known(subject: Subject, repository: Node, answer: Answer) -> Outcome:
    name = repository["full_name"].text
    if not name:
        return Unreadable("this is not about a repository")
    if (
        name.casefold() != subject.value.casefold() and not answer.chain
    ):  # one that was renamed is reached by a redirect
        return Mismatch(f"asked for {subject.value}, and the answer is about {name[:120]}")
    claims = Claims("github", 0.8)
    state(repository, claims)
    return claims.known()


def state(repository: Node, claims: Claims) -> None:
    """Claim what a repository's record states; `updated_at` is no date of the work, for a star changes it."""
    claims.add("type", "software", repository.path or "$")
    claims.text("title", repository["name"], confidence=0.6)
    owner = repository["owner"]
    claims.people("author", [body(owner["login"].text)], owner["login"].path, confidence=0.4)
    claims.date("issued", repository["pushed_at"], confidence=0.5)
    claims.text("github", repository["full_name"])
    claims.text("URL", repository["html_url"])
    spdx = repository["license"]["spdx_id"]
    claims.add("license", licence_of(spdx.text), spdx.path)
    claims.text("abstract", Word(repository["description"].text, repository["description"].path))


github = Source(
    name="github",
    kinds=("github",),
    question=_question,
    read=_read,
    rank=30,
    paces=shared.PACES,
    days=7,
    variable=shared.VARIABLE,
)
