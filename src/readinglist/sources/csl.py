"""doi.org itself: any agency's record as CSL, for the agencies that have no source of their own here."""

from __future__ import annotations

from readinglist.importers.csl_json import csl_json
from readinglist.metadata.outcome import Known, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _crossref_work, _documents, _imported
from readinglist.sources._answers import from_json, text_of
from readinglist.sources._ask import ask, in_path
from readinglist.sources._claims import Claims, mismatch
from readinglist.sources._json import Node
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_ACCEPT = "application/vnd.citationstyles.csl+json, application/vnd.crossref.unixsd+xml;q=0.5"


def _question(subject: Subject, keys: Keys) -> Question | None:
    return ask(f"https://doi.org/{in_path(subject.value)}", accept=_ACCEPT)


def _read(subject: Subject, answer: Answer) -> Outcome:
    if answer.body[:100].lstrip().startswith(b"<") and answer.status == 200:
        return _of_deposit(subject, answer)
    return from_json(answer, lambda root: _known(subject, root, answer))


def _of_deposit(subject: Subject, answer: Answer) -> Outcome:
    """Return what an agency says that answers in its own XML."""
    outcome = _documents.read(answer, "csl")
    claims = outcome.claims if isinstance(outcome, Known) else ()
    return mismatch(subject.value, [str(claim.value) for claim in claims if claim.field == "DOI"]) or outcome


def _known(subject: Subject, root: Node, answer: Answer) -> Outcome:
    item = root.first
    if other := mismatch(subject.value, [item["DOI"].text]):
        return other
    claims = Claims("csl", 0.9)
    if item["content-domain"] or item["published-print"] or isinstance(item["container-title"].value, list):
        _crossref_work.state(item, claims)  # Crossref hands on its own record under this name
        return claims.known()
    return _imported.read(csl_json, text_of(answer), claims)


csl = Source(
    name="csl",
    kinds=("doi",),
    question=_question,
    read=_read,
    rank=30,
    paces={"doi.org": Pace(connections=2, interval=0.2)},
)
"""Every agency's DOIs, by content negotiation."""
