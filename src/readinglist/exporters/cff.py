"""The format `cff`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import Field

from readinglist.exporters import Options, exporter
from readinglist.exporters._bib.parts import makers, number, publisher
from readinglist.exporters._losses import fields, loss, passed_over, retyped, unheld, unplaced
from readinglist.exporters._yaml import Node, yaml_text
from readinglist.model.catalog import Catalog
from readinglist.model.dates import Date
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding
from readinglist.model.person import Person

Pairs = Iterator[tuple[str, Node | None]]

_TYPES = {
    "article": "article", "article-journal": "article", "article-magazine": "magazine-article",
    "article-newspaper": "newspaper-article", "bill": "bill", "book": "book", "broadcast": "film-broadcast",
    "chapter": "book", "dataset": "data", "entry-dictionary": "dictionary", "entry-encyclopedia": "encyclopedia",
    "graphic": "art", "hearing": "hearing", "legal_case": "legal-case", "legislation": "statute",
    "manuscript": "unpublished", "map": "map", "motion_picture": "video", "pamphlet": "pamphlet",
    "paper-conference": "conference-paper", "patent": "patent", "periodical": "serial",
    "personal_communication": "personal-communication", "post": "website", "post-weblog": "blog", "report": "report",
    "review": "article", "review-book": "article", "software": "software", "song": "sound-recording",
    "speech": "slides", "standard": "standard", "thesis": "thesis", "webpage": "website",
}  # fmt: skip
_READ = {"manual": "report", "proceedings": "book", "edited-work": "book", "book": "book", "website": "webpage"}
_DOI = re.compile(r"10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+")
_HELD = fields(
    "id type genre title title-short author editor translator collection-editor director host performer composer"
    " series-creator producer compiler curator organizer contributor issued original-date container-title"
    " collection-title volume issue page number number-of-pages number-of-volumes edition version event-title"
    " event-place publisher publisher-place authority DOI arxiv rfc swhid ISBN ISSN PMCID URL accessed code language"
    " medium abstract keyword note area tags"
)


def losses(catalog: Catalog) -> Iterator[Finding]:
    """Yield what a reference of CFF has no field for, and numbers that it wants otherwise."""
    yield from unheld(catalog, "CFF", _HELD)
    yield from passed_over(catalog, "CFF")
    for entry in catalog:
        yield from retyped(entry, _taken_for(entry), "CFF")
        yield from unplaced(entry, "CFF")
        yield from _not_as_stated(entry)
        if entry.volume and not entry.volume.isdecimal():
            yield loss(entry, "volume", f"CFF wants a whole number for a volume, not `{entry.volume}`")
        if entry.issued and (entry.issued.end or entry.issued.open_end or entry.issued.begin.season):
            yield loss(entry, "issued", f"CFF holds one day, month or year, so not all of `{entry.issued}`")


def _not_as_stated(entry: Entry) -> Iterator[Finding]:
    yield loss(entry, "id", "CFF has no place for the id of a reference")
    told = {"manual": "Documentation", "article": "Preprint" if _taken_for(entry) == "article" else None}
    if entry.genre and entry.type != "thesis" and entry.genre != told.get(_type(entry)):
        yield loss(entry, "genre", "CFF has no field for `genre`")
    if entry.language and _language(entry) != entry.language:
        yield loss(entry, "language", f"CFF holds two or three letters for a language, not `{entry.language}`")
    if entry.type == "chapter" and entry.container_title and _taken_for(entry) == "book":
        yield loss(entry, "container-title", "CFF takes a chapter without pages for a book in a series")
    if entry.collection_title and (entry.container_title or not _in_a_journal(entry)):
        yield loss(entry, "collection-title", "CFF does not tell a series from the work that an entry is a part of")


def _taken_for(entry: Entry) -> str:
    kind = _type(entry)
    if kind == "article":
        return "article-journal" if entry.container_title or not entry.arxiv else "article"
    if kind == "book" and entry.container_title and _whole((entry.page or "").partition("-")[0]):
        return "chapter"
    return _READ.get(kind) or next((ours for ours, known in _TYPES.items() if known == kind), "document")


class CffOptions(Options):
    """What `cff` lets its user choose."""

    title: str = Field("", description="What the file is about; the title of the list, if nothing is said.")
    authors: tuple[str, ...] = Field((), description="Who made it, as they want to be named.")
    release: str = Field("", description="Which edition it is: `2026-11`.")
    released: str = Field("", description="When that was published: 2026-11-21.")


@exporter(".cff", losses)
def cff(catalog: Catalog, options: CffOptions) -> str:
    """Write a CITATION.cff of version 1.2.0 with the entries as its references.

    GitHub and Zenodo read it. The file itself is about the list: its title is the catalog's, its authors
    are those that the options name. A reference without a known author is by its publisher.
    """
    title = options.title or catalog.title or "Reading list"
    names: Sequence[Node] = [{"name": name} for name in options.authors] or [{"name": "The authors of this list"}]
    about = {"version": options.release, "date-released": options.released}
    return yaml_text(
        {
            "cff-version": "1.2.0",
            "message": "If you use this list, please cite it and the works that it lists.",
            "type": "dataset",
            "title": title,
            **{name: value for name, value in about.items() if value},
            "authors": names,
            "references": [dict(_pairs(entry)) for entry in catalog],
        }
    )


def _pairs(entry: Entry) -> Iterator[tuple[str, Node]]:
    for part in (_work(entry), _within(entry), _when(entry), _identifiers(entry)):
        yield from ((key, value) for key, value in part if value)


def _work(entry: Entry) -> Pairs:
    yield "type", _type(entry)
    yield "title", entry.title or entry.shown_title
    yield "abbreviation", entry.title_short
    body = publisher(entry) or entry.container_title
    yield "authors", _people(makers(entry)) or [{"name": body} if body else {"alias": "anonymous"}]
    yield "editors", _people(entry.editor)
    yield "editors-series", _people(entry.collection_editor)
    yield "translators", _people(entry.translator)
    yield "thesis-type" if entry.type == "thesis" else "medium", entry.genre if entry.type == "thesis" else entry.medium
    yield "abstract", entry.abstract
    yield "notes", entry.note
    given = re.split(r"\s*[,;]\s*", entry.keyword) if entry.keyword else []
    yield "keywords", list(dict.fromkeys(word for word in (*entry.area, *entry.tags, *given) if word))
    yield "languages", [language] if (language := _language(entry)) else []


def _language(entry: Entry) -> str:
    language = (entry.language or "").partition("-")[0].lower()
    return language if re.fullmatch("[a-z]{2,3}", language) else ""


def _in_a_journal(entry: Entry) -> bool:
    return entry.type.startswith(("article", "review", "post-weblog"))


def _type(entry: Entry) -> str:
    if entry.type == "book" and entry.event_title:
        return "proceedings"
    if entry.type == "book" and entry.editor and not entry.author:
        return "edited-work"
    return "manual" if entry.genre == "Documentation" else _TYPES.get(entry.type, "generic")


def _people(people: Sequence[Person]) -> list[Node]:
    named: list[Node] = []
    for person in people:
        made = {key: value for key, value in _person(person) if value}
        if made not in named:
            named.append(made)
    return named


def _person(person: Person) -> Iterator[tuple[str, str | None]]:
    yield "name", person.literal
    yield "family-names", person.family
    yield "given-names", person.given
    particles = (person.dropping_particle, person.non_dropping_particle)
    yield "name-particle", " ".join(particle for particle in particles if particle)
    yield "name-suffix", person.suffix
    yield "orcid", f"https://orcid.org/{person.orcid.rpartition('/')[2]}" if person.orcid else None


def _within(entry: Entry) -> Pairs:
    in_a_journal = _in_a_journal(entry)
    yield "journal" if in_a_journal else "collection-title", entry.container_title
    if not entry.container_title or in_a_journal:
        yield "collection-title", entry.collection_title
    if entry.event_title:
        place: dict[str, Node] = {"location": entry.event_place} if entry.event_place else {}
        yield "conference", {"name": entry.event_title, **place}
    yield "volume", _whole(entry.volume)
    yield "issue", entry.issue
    first, _, last = (entry.page or "").replace("–", "-").partition("-")
    yield "start", _whole(first)
    yield "end", _whole(last)
    yield "pages", _whole(entry.number_of_pages)
    yield "number-volumes", _whole(entry.number_of_volumes)
    yield "number", number(entry)
    yield "edition", entry.edition
    yield "version", entry.version
    if body := publisher(entry):
        at: dict[str, Node] = {"address": entry.publisher_place} if entry.publisher_place else {}
        yield "institution" if entry.type in {"thesis", "report"} else "publisher", {"name": body, **at}


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() else None


def _when(entry: Entry) -> Pairs:
    date = entry.issued or entry.available_date
    if date:
        yield "year", date.year
        yield "month", 0 if date.begin.season else date.begin.month
        yield "date-published", _day(date)
    yield "year-original", entry.original_date.year if entry.original_date else None
    yield "date-accessed", _day(entry.accessed)


def _day(date: Date | None) -> str | None:
    return str(date.begin) if date and date.begin.day and date.year > 0 else None


def _identifiers(entry: Entry) -> Pairs:
    sound = bool(entry.doi and _DOI.fullmatch(entry.doi))
    yield "doi", entry.doi if sound else None
    yield "isbn", entry.isbn
    yield "issn", entry.issn
    yield "pmcid", entry.pmcid if entry.pmcid and len(entry.pmcid) == 10 else None
    yield "url", entry.url if entry.url and re.match("https?://|ftp://", entry.url) else None
    yield "repository-code", entry.code or (f"https://github.com/{entry.github}" if entry.github else None)
    found = [
        ("other", f"arXiv:{entry.arxiv}" if entry.arxiv else None),
        ("other", f"doi:{entry.doi}" if entry.doi and not sound else None),
        ("swh", entry.swhid.partition(";")[0] if entry.swhid else None),
    ]
    yield "identifiers", [{"type": kind, "value": value} for kind, value in found if value]
