"""Open Library: books by their ISBN."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.metadata.outcome import Mismatch, NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims, Word
from readinglist.sources._isbn import thirteen
from readinglist.sources._json import Node
from readinglist.sources._names import body, whole
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "openlibrary.org"


def _question(subject: Subject, keys: Keys) -> Question | None:
    return _batch([subject], keys)


def _batch(subjects: Sequence[Subject], keys: Keys) -> Question:
    books = ",".join(f"ISBN:{thirteen(subject.value) or subject.value}" for subject in subjects)
    return ask(f"https://{_HOST}/api/books", {"bibkeys": books, "jscmd": "data", "format": "json"})


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _known(subject, root))


def _known(subject: Subject, root: Node) -> Outcome:
    if root["error"].text:
        return NotFound(root["error"].text[:120])
    wanted = thirteen(subject.value)
    for name in root.names():
        if wanted in {thirteen(name.partition(":")[2]), *_isbns(root[name])}:
            return _book(root[name], wanted)
    if root.names() and all(name.startswith("ISBN:") for name in root.names()):
        return Mismatch(f"asked for {wanted}, and the answer is about {root.names()[0][:40]}")
    return NotFound("Open Library has no book of this ISBN")


def _isbns(book: Node) -> set[str]:
    held = book["identifiers"]
    return {thirteen(each.text) for name in ("isbn_13", "isbn_10") for each in held[name]}


def _book(book: Node, isbn: str) -> Outcome:
    claims = Claims("open-library", 0.85)
    claims.add("type", "book", book.path)
    state(book, claims)
    claims.add("ISBN", isbn, book.path)
    return claims.known()


def state(book: Node, claims: Claims) -> None:
    """Claim what a book's record states, as the interface for books or as the database has it."""
    main, more = book["title"].text, book["subtitle"].text
    claims.text("title", Word(f"{main}: {more}" if more and more not in main else main, book["title"].path))
    names = [each["name"].text for each in book["authors"]]
    claims.people("author", map(whole, filter(None, names)), book["authors"].path)
    claims.date("issued", book["publish_date"], book["first_publish_date"])
    publisher = book["publishers"].first
    claims.text("publisher", publisher["name"], publisher)
    place = book["publish_places"].first
    claims.text("publisher-place", place["name"], place)
    claims.text("number-of-pages", book["number_of_pages"])
    claims.text(
        "ISBN", *book["identifiers"]["isbn_13"], *book["isbn_13"], *book["identifiers"]["isbn_10"], *book["isbn_10"]
    )
    if not claims.get("author") and book["by_statement"].text:
        claims.people("author", [body(book["by_statement"].text.rstrip("."))], book["by_statement"].path, 0.5)


open_library = Source(
    name="open-library",
    kinds=("isbn",),
    question=_question,
    read=_read,
    rank=20,
    paces={_HOST: Pace(connections=1, interval=1.0)},
    batch=_batch,
    batch_size=50,
)
