"""Semantic Scholar: what else a paper is called, and where it was published; its names are often initials."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.metadata.outcome import NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask, in_path
from readinglist.sources._claims import Claims, mismatch
from readinglist.sources._json import Node
from readinglist.sources._names import whole
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "api.semanticscholar.org"
FIELDS = "title,authors,year,venue,publicationVenue,journal,publicationDate,publicationTypes,externalIds"


def _question(subject: Subject, keys: Keys) -> Question | None:
    name = {"doi": "DOI", "arxiv": "ARXIV", "pmid": "PMID"}[subject.kind]
    key = keys.by_source.get("semantic-scholar", "").strip()
    headers = {"x-api-key": key} if key else {}
    return ask(f"https://{_HOST}/graph/v1/paper/{name}:{in_path(subject.value)}", {"fields": FIELDS}, headers=headers)


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _known(subject, root))


def _known(subject: Subject, paper: Node) -> Outcome:
    if paper["error"].text:
        return NotFound(paper["error"].text[:120])
    told = paper["externalIds"][{"doi": "DOI", "arxiv": "ArXiv", "pmid": "PubMed"}[subject.kind]].text
    asked = subject.value if subject.kind != "arxiv" else subject.value.rpartition("v")[0] or subject.value
    if subject.kind != "arxiv" and (other := mismatch(asked, [told])):
        return other
    claims = Claims("semantic-scholar", 0.7)
    state(paper, claims)
    return claims.known(see=names(paper))


def state(paper: Node, claims: Claims) -> None:
    """Claim what a paper's record states."""
    claims.type(*paper["publicationTypes"])
    claims.text("title", paper["title"])
    people = [each["name"].text for each in paper["authors"]]
    claims.people("author", map(whole, people), paper["authors"].path, confidence=0.5)
    claims.date("issued", paper["publicationDate"], paper["year"])
    claims.text("container-title", paper["journal"]["name"], paper["publicationVenue"]["name"], paper["venue"])
    claims.text("volume", paper["journal"]["volume"])
    claims.text("page", paper["journal"]["pages"])
    claims.text("DOI", paper["externalIds"]["DOI"])
    claims.text("PMID", paper["externalIds"]["PubMed"])


def names(paper: Node) -> Iterator[str]:
    """Yield what else the paper is called."""
    ids = paper["externalIds"]
    for kind, label in (("DOI", "doi"), ("ArXiv", "arxiv"), ("PubMed", "pmid"), ("ACL", "acl"), ("DBLP", "dblp")):
        if told := ids[kind].text:
            yield f"{label}:{told}"


semantic_scholar = Source(
    name="semantic-scholar",
    kinds=("arxiv", "doi", "pmid"),
    question=_question,
    read=_read,
    rank=60,
    paces={_HOST: Pace(connections=1, interval=3.1)},
    variable="SEMANTIC_SCHOLAR_API_KEY",
)
