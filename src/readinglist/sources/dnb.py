"""The German National Library: books by their ISBN, as MARC 21."""

from __future__ import annotations

from readinglist.metadata.outcome import Mismatch, NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _marc
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims
from readinglist.sources._isbn import thirteen
from readinglist.sources._source import Keys, Source
from readinglist.sources._xml import Tag
from readinglist.sources._xml_answers import from_xml
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "services.dnb.de"
_GERMAN = "9783"


def _question(subject: Subject, keys: Keys) -> Question | None:
    isbn = thirteen(subject.value)
    if not isbn.startswith(_GERMAN):
        return None
    asked = {"version": "1.1", "operation": "searchRetrieve", "maximumRecords": "3", "recordSchema": "MARC21-xml"}
    return ask(f"https://{_HOST}/sru/dnb", {**asked, "query": f"NUM={isbn}"})


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_xml(answer, lambda root: _known(subject, root))


def _known(subject: Subject, root: Tag) -> Outcome:
    books = [each for each in (root, *root.inside("record")) if each.first("datafield")]
    for book in books:
        if thirteen(subject.value) in map(thirteen, _marc.isbns(book)):
            claims = Claims("dnb", 0.85)
            _marc.state(book, claims)
            return claims.known()
    if books:
        return Mismatch(f"no record of the answer has the ISBN {subject.value}")
    return NotFound("the German National Library has no book of this ISBN")


dnb = Source(
    name="dnb",
    kinds=("isbn",),
    question=_question,
    read=_read,
    rank=35,
    paces={_HOST: Pace(connections=1, interval=1.0)},
)
