"""PubMed, many articles in one question."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.metadata.outcome import NotFound, Outcome, Unreadable
from readinglist.metadata.subject import Subject
from readinglist.sources import _pubmed_xml as records
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
    numbers = ",".join(subject.value for subject in subjects)
    asked = {"db": "pubmed", "id": numbers, "retmode": "xml", "tool": "readinglist", "email": keys.contact}
    asked["api_key"] = keys.by_source.get("pubmed", "").strip()
    return ask(f"https://{_HOST}/entrez/eutils/efetch.fcgi", asked)


def _read(subject: Subject, answer: Answer) -> Outcome:
    if answer.status == 400:
        return NotFound("PubMed does not take this for a number of its own")
    return from_xml(answer, lambda root: _known(subject, root))


def _known(subject: Subject, root: Tag) -> Outcome:
    if root.name not in ("PubmedArticleSet", "PubmedArticle", "PubmedBookArticleSet"):
        return Unreadable(root.any("ERROR").text or f"an element '{root.name[:40]}' instead of a set of articles")
    for article in records.articles(root):
        if records.number_of(article) == subject.value:
            claims = Claims("pubmed")
            records.state(article, claims)
            return claims.known(see=filter(None, [claims.get("DOI")]))
    return NotFound("PubMed's answer has no such article")


pubmed = Source(
    name="pubmed",
    kinds=("pmid",),
    question=_question,
    read=_read,
    rank=15,
    paces={_HOST: Pace(connections=1, interval=0.34)},
    variable="NCBI_API_KEY",
    batch=_batch,
    batch_size=100,
)
