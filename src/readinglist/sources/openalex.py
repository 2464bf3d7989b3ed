"""OpenAlex: an open index of everything, good for a second opinion."""

from __future__ import annotations

from readinglist.metadata.outcome import NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask, in_path
from readinglist.sources._claims import Claims, Word, mismatch
from readinglist.sources._dates import date_of
from readinglist.sources._json import Node
from readinglist.sources._languages import language_of
from readinglist.sources._licence import licence_of
from readinglist.sources._names import Name, whole
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "api.openalex.org"


def _question(subject: Subject, keys: Keys) -> Question | None:
    key = keys.by_source.get("openalex", "").strip()  # a key with a newline behind it is answered with 401
    prefix = {"doi": "doi", "pmid": "pmid"}[subject.kind]
    return ask(f"https://{_HOST}/works/{prefix}:{in_path(subject.value)}", {"api_key": key})


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _known(subject, root))


def _known(subject: Subject, work: Node) -> Outcome:
    if work["error"].text:
        return NotFound(work["error"].text[:120])
    told = work["ids"][subject.kind].text or work[subject.kind].text
    if other := mismatch(subject.value, [told.removeprefix("https://doi.org/").rpartition("gov/")[2] or told]):
        return other
    claims = Claims("openalex", 0.75)
    state(work, claims)
    return claims.known(see=[_bare(work["ids"]["pmid"].text)])


def _bare(address: str) -> str:
    number = address.rpartition("/")[2]
    return f"pmid:{number}" if number else ""


def state(work: Node, claims: Claims) -> None:
    """Claim what a work's record states."""
    claims.type(work["type_crossref"], work["type"])
    claims.text("title", work["title"], work["display_name"])
    claims.people("author", map(_name, work["authorships"]), work["authorships"].path)
    claims.date("issued", work["publication_date"], work["publication_year"], read=_date)
    place = work["primary_location"]
    claims.text("container-title", place["source"]["display_name"], place["raw_source_name"])
    claims.text("publisher", place["source"]["host_organization_name"])
    claims.text("DOI", Word(work["doi"].text.removeprefix("https://doi.org/"), work["doi"].path))
    claims.text("PMID", Word(work["ids"]["pmid"].text.rpartition("/")[2], work["ids"]["pmid"].path))
    held = work["biblio"]
    claims.text("volume", held["volume"])
    claims.text("issue", held["issue"])
    pages = "-".join(dict.fromkeys(filter(None, (held["first_page"].text, held["last_page"].text))))
    claims.add("page", pages, held["first_page"].path)
    claims.text("ISSN", place["source"]["issn_l"])
    claims.add("language", language_of(work["language"].text), work["language"].path)
    claims.add("license", licence_of(place["license"].text), place["license"].path)


def _name(each: Node) -> Name:
    orcid = each["author"]["orcid"].text
    return whole(each["author"]["display_name"].text or each["raw_author_name"].text, orcid=orcid)


def _date(text: str) -> str | None:
    """Return a date; the first of January is what OpenAlex writes where it knows the year only."""
    return date_of(text.removesuffix("-01-01"))


openalex = Source(
    name="openalex",
    kinds=("doi", "pmid"),
    question=_question,
    read=_read,
    rank=50,
    paces={_HOST: Pace(connections=1, interval=0.2)},
    variable="OPENALEX_API_KEY",
)
