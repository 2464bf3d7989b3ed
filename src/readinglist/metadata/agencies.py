"""Which agency registered a DOI: asked of doi.org once for all DOIs of a prefix, and known for half a year."""

from __future__ import annotations

import json
import re

from readinglist.metadata.claim import Claim
from readinglist.metadata.desk import Desk
from readinglist.metadata.outcome import Known, NotFound, Outcome, RateLimited, Unavailable, Unreadable
from readinglist.metadata.subject import Subject
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace


def agency_of(desk: Desk, doi: str) -> str:
    """Return the agency of a DOI as doi.org names it, `Crossref`; nothing where doi.org cannot say."""
    heard = desk.consult(_AGENCIES, Subject("doi", doi.partition("/")[0]))
    if heard and isinstance(heard.outcome, Known):
        return str(heard.outcome.claims[0].value)
    return ""


def _question(subject: Subject, _keys: Keys) -> Question:
    return Question(f"https://doi.org/ra/{subject.value}", headers={"Accept": "application/json"}, body_limit=100_000)


def _read(_subject: Subject, answer: Answer) -> Outcome:
    if answer.status == 429:
        return RateLimited(f"status {answer.status}")
    if answer.status >= 400:
        return Unavailable(f"status {answer.status}")
    try:
        first = json.loads(answer.body)[0]
    except (ValueError, LookupError, TypeError):
        return Unreadable("this does not say who registered the prefix")
    name = first.get("RA") if isinstance(first, dict) else None
    if isinstance(name, str) and re.fullmatch(r"[\w .-]{1,60}", name):
        return Known((Claim("agency", name, "doi.org", "[0].RA"),))
    return NotFound("nobody registered this prefix")


_AGENCIES = Source(
    name="doi.org",
    kinds=(),
    question=_question,
    read=_read,
    rank=0,
    paces={"doi.org": Pace(connections=2, interval=0.2)},
    days=180,
)
