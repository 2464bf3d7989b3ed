"""Google Books: books by their ISBN, and near misses, which are told apart."""

from __future__ import annotations

from readinglist.metadata.outcome import Mismatch, NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims, Word
from readinglist.sources._isbn import thirteen
from readinglist.sources._json import Node
from readinglist.sources._languages import language_of
from readinglist.sources._names import whole
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "www.googleapis.com"


def _question(subject: Subject, keys: Keys) -> Question | None:
    asked = {
        "q": f"isbn:{thirteen(subject.value)}",
        "country": "US",
        "key": keys.by_source.get("google-books", "").strip(),
    }
    return ask(f"https://{_HOST}/books/v1/volumes", asked)


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _known(subject, root))


def _known(subject: Subject, root: Node) -> Outcome:
    volumes = list(root["items"]) if root["kind"].text == "books#volumes" else [root]
    held = [each["volumeInfo"] for each in volumes if each["volumeInfo"]]
    if not held:
        return NotFound("Google Books has no book of this ISBN")
    wanted = thirteen(subject.value)
    for volume in held:
        if wanted in {thirteen(each["identifier"].text) for each in volume["industryIdentifiers"]}:
            claims = Claims("google-books", 0.8)
            state(volume, claims)
            return claims.known()
    return Mismatch(f"asked for {wanted}, and the answer is about '{held[0]['title'].text[:80]}'")


def state(volume: Node, claims: Claims) -> None:
    """Claim what a volume's record states."""
    claims.add("type", "book" if volume["printType"].text != "MAGAZINE" else "periodical", volume.path)
    main, more = volume["title"].text, volume["subtitle"].text
    claims.text("title", Word(f"{main}: {more}" if more and more not in main else main, volume["title"].path))
    claims.people("author", (whole(each.text) for each in volume["authors"]), volume["authors"].path)
    claims.date("issued", volume["publishedDate"])
    claims.text("publisher", volume["publisher"])
    marks = volume["industryIdentifiers"]
    claims.text("ISBN", *(each["identifier"] for kind in ("ISBN_13", "ISBN_10") for each in marks.where("type", kind)))
    claims.add("language", language_of(volume["language"].text), volume["language"].path)
    claims.text("number-of-pages", volume["pageCount"])
    claims.text("abstract", volume["description"])


google_books = Source(
    name="google-books",
    kinds=("isbn",),
    question=_question,
    read=_read,
    rank=25,
    paces={_HOST: Pace(connections=1, interval=1.0)},
    variable="GOOGLE_BOOKS_KEY",
)
