"""PubMed Central: the articles themselves, of which the front matter is read."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.metadata.outcome import NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _jats
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims
from readinglist.sources._source import Keys, Source
from readinglist.sources._xml import Tag
from readinglist.sources._xml_answers import from_xml
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "eutils.ncbi.nlm.nih.gov"


def _question(subject: Subject, keys: Keys) -> Question | None:
    return _batch([subject], keys)


def _batch(subjects: Sequence[Subject], keys: Keys) -> Question:
    numbers = ",".join(subject.value.upper().removeprefix("PMC") for subject in subjects)
    asked = {"db": "pmc", "id": numbers, "retmode": "xml", "tool": "readinglist", "email": keys.contact}
    asked["api_key"] = keys.by_source.get("pmc", "").strip()
    return ask(f"https://{_HOST}/entrez/eutils/efetch.fcgi", asked)


def _read(subject: Subject, answer: Answer) -> Outcome:
    if answer.status == 400:
        return NotFound("PubMed Central does not take this for a number of its own")
    return from_xml(answer, lambda root: _known(subject, root))


def _known(subject: Subject, root: Tag) -> Outcome:
    wanted = subject.value.upper().removeprefix("PMC")
    for article in [root] if root.name == "article" else root.all("article"):
        if wanted in _numbers(article):
            claims = Claims("pmc")
            _jats.state(article, claims)
            claims.add("PMCID", f"PMC{wanted}", f"{article.path}/front/article-meta/article-id")
            return claims.known(see=[claims.get("DOI") or "", claims.get("PMID") or ""])
    return NotFound("PubMed Central's answer has no such article")


def _numbers(article: Tag) -> set[str]:
    listed = article.first("front", "article-meta")
    ids = listed.where("article-id", "pub-id-type", "pmc", "pmcid", "pmcaid", "pmcaiid")
    return {each.text.upper().removeprefix("PMC") for each in ids}


pmc = Source(
    name="pmc",
    kinds=("pmcid",),
    question=_question,
    read=_read,
    rank=15,
    paces={_HOST: Pace(connections=1, interval=0.34)},
    variable="NCBI_API_KEY",
    batch=_batch,
    batch_size=20,
)
