"""The citation exporter of PubMed and PubMed Central, which sends CSL."""

from __future__ import annotations

from readinglist.importers.csl_json import csl_json
from readinglist.metadata.outcome import NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _imported
from readinglist.sources._answers import from_json, text_of
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims, mismatch
from readinglist.sources._json import Node
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "api.ncbi.nlm.nih.gov"


def _question(subject: Subject, keys: Keys) -> Question | None:
    shelf = "pubmed" if subject.kind == "pmid" else "pmc"
    return ask(f"https://{_HOST}/lit/ctxp/v1/{shelf}/", {"format": "csl", "id": _number(subject.value)})


def _number(identifier: str) -> str:
    return identifier.upper().removeprefix("PMC")


def _read(subject: Subject, answer: Answer) -> Outcome:
    if answer.status == 400:
        return NotFound("there is no such article")
    return from_json(answer, lambda root: _known(subject, root.first, answer))


def _known(subject: Subject, item: Node, answer: Answer) -> Outcome:
    told = item["PMID" if subject.kind == "pmid" else "PMCID"].text
    if other := mismatch(_number(subject.value), [_number(told)]):
        return other
    claims = Claims("ctxp", 0.9)
    outcome = _imported.read(csl_json, text_of(answer), claims)
    return claims.known(see=[item["DOI"].text]) if claims.get("title") else outcome


ctxp = Source(
    name="ctxp",
    kinds=("pmid", "pmcid"),
    question=_question,
    read=_read,
    rank=16,
    paces={_HOST: Pace(connections=1, interval=0.34)},
)
