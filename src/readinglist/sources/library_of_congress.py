"""The Library of Congress: books by their ISBN, as MODS."""

from __future__ import annotations

from readinglist.metadata.outcome import Mismatch, NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _mods
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims
from readinglist.sources._isbn import thirteen
from readinglist.sources._source import Keys, Source
from readinglist.sources._xml import Tag
from readinglist.sources._xml_answers import from_xml
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "lx2.loc.gov"


def _question(subject: Subject, keys: Keys) -> Question | None:
    asked = {"version": "1.1", "operation": "searchRetrieve", "maximumRecords": "3", "recordSchema": "mods"}
    return ask(f"http://{_HOST}:210/lcdb", {**asked, "query": f"bath.isbn={thirteen(subject.value)}"})


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_xml(answer, lambda root: _known(subject, root))


def _known(subject: Subject, root: Tag) -> Outcome:
    books = list(root.inside("mods"))
    for book in books:
        numbers = (each.text.partition(" ")[0] for each in book.where("identifier", "type", "isbn"))
        if thirteen(subject.value) in map(thirteen, numbers):
            claims = Claims("library-of-congress", 0.85)
            _mods.state(book, claims)
            return claims.known()
    if books:
        return Mismatch(f"no record of the answer has the ISBN {subject.value}")
    return NotFound("the Library of Congress has no book of this ISBN")


library_of_congress = Source(
    name="library-of-congress",
    kinds=("isbn",),
    question=_question,
    read=_read,
    rank=35,
    paces={_HOST: Pace(connections=1, interval=2.0)},
)
