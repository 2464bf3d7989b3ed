"""One reference: what the work is, what the list shows of it, and what its curator says.

The order of the fields here is the order in which `fmt` writes them, and the text under each is its
entry in the manual and in the editors' hover.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic.dataclasses import dataclass

from readinglist.errors import nearest
from readinglist.model.dates import Date
from readinglist.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, RFC, SWHID, ArXiv, GitHub, Key, Url
from readinglist.model.malformed import Malformed, quoted
from readinglist.model.person import Name, split_names
from readinglist.model.place import Place
from readinglist.model.types import CSL_TYPES, TYPE_ALIASES, canonical_type

_SPECIAL_NAMES = {
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "URL",
    "archive_collection": "archive_collection",
    "archive_location": "archive_location",
}


def csl_name(attribute: str) -> str:
    """Return the name that a field has in a catalog: `container_title` is `container-title`."""
    return _SPECIAL_NAMES.get(attribute, attribute.replace("_", "-"))


def _type(word: str) -> str:
    known = canonical_type(word)
    if known is None:
        guess = nearest(word, CSL_TYPES | set(TYPE_ALIASES))
        advice = f"did you mean '{guess}'?" if guess else "see `readinglist explain unknown-type` for the list"
        raise Malformed("unknown-type", f"no type named {quoted(word)}; {advice}", guess, safe=False)
    return known[0]


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _names(value: object) -> object:
    if isinstance(value, str):
        return split_names(value)
    return [value] if isinstance(value, Mapping) else value


Text = Annotated[str, Field(min_length=1)]
Number = Annotated[str, Field(min_length=1, json_schema_extra={"type": ["string", "number"]})]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_more)]
Keys = Annotated[tuple[Key, ...], BeforeValidator(_one_or_more)]
Names = Annotated[tuple[Name, ...], BeforeValidator(_names)]
CslType = Annotated[
    str, BeforeValidator(_type), Field(json_schema_extra={"enum": sorted(CSL_TYPES | set(TYPE_ALIASES))})
]
Reading = Literal["to-read", "reading", "read", "skimmed", "reference"]
Level = Literal["beginner", "intermediate", "advanced"]

_CONFIG = ConfigDict(extra="forbid", alias_generator=csl_name)


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class PreferredBibtex:
    """A BibTeX entry as its authors publish it."""

    type: Text
    """The entry type: `article`."""
    fields: dict[Text, Text]
    """The fields, in the order in which they are written."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Citation:
    """How the authors ask to be cited, where that differs from what is derived."""

    bibtex: PreferredBibtex | None = None
    """The BibTeX entry that takes the place of the derived one."""
    attribution: Text | None = None
    """The line for use in running text."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Checks:
    """What the checks leave alone in this entry."""

    ignore: Texts = ()
    """Names of rules that do not apply here."""


class Located:
    """Something that knows where in the catalog it was written."""

    __slots__ = ("place",)
    place: Place

    def at(self, *path: str | int) -> Place:
        """Return the place of a part: `entry.at("author", 0)`."""
        return self.place.at(*path)


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Entry(Located):
    """One reference of a reading list."""

    id: Key
    """The citation key: unique, and never changed once published."""
    type: CslType = "document"
    """What kind of work it is, in CSL's words or a common one: `article-journal`, `blog`, `course`."""
    genre: Text | None = None
    """What the type cannot say: `Preprint`, `PhD thesis`, `Course`."""
    title: Text | None = None
    """The title as published, plain text, no TeX."""
    title_short: Text | None = None
    """A short form of the title."""
    author: Names = ()
    """Who wrote it, in the order of the work."""
    editor: Names = ()
    """Who edited it."""
    translator: Names = ()
    """Who translated it."""
    chair: Names = ()
    """Who chaired the session."""
    collection_editor: Names = ()
    """Who edits the series."""
    compiler: Names = ()
    """Who compiled it."""
    composer: Names = ()
    """Who composed it."""
    container_author: Names = ()
    """Who wrote the book that this is a part of."""
    contributor: Names = ()
    """Who else contributed."""
    curator: Names = ()
    """Who curated the exhibition."""
    director: Names = ()
    """Who directed the film."""
    editorial_director: Names = ()
    """Who directs the series."""
    executive_producer: Names = ()
    """Who produced the series."""
    guest: Names = ()
    """Who was the guest of a broadcast."""
    host: Names = ()
    """Who hosts the broadcast."""
    illustrator: Names = ()
    """Who drew the pictures."""
    interviewer: Names = ()
    """Who asked the questions."""
    narrator: Names = ()
    """Who reads it aloud."""
    organizer: Names = ()
    """Who organised the event."""
    original_author: Names = ()
    """Who wrote the original."""
    performer: Names = ()
    """Who performs."""
    producer: Names = ()
    """Who produced it."""
    recipient: Names = ()
    """Whom the letter is for."""
    reviewed_author: Names = ()
    """Who wrote what is reviewed."""
    script_writer: Names = ()
    """Who wrote the script."""
    series_creator: Names = ()
    """Who created the series."""
    others: bool = False
    """Whether the list of authors goes on ("and others")."""
    issued: Date | None = None
    """When it was published: `2023`, `2023-10`, `2023-10-23`, a range `2023/2025`, doubtful `2023~`."""
    available_date: Date | None = None
    """When it first could be read, before the published version."""
    original_date: Date | None = None
    """When the original was published."""
    event_date: Date | None = None
    """When the conference, talk or course took place."""
    submitted: Date | None = None
    """When it was handed in."""
    container_title: Text | None = None
    """The journal, proceedings, book or site that it is a part of."""
    container_title_short: Text | None = None
    """A short form of that title."""
    collection_title: Text | None = None
    """The series."""
    collection_number: Number | None = None
    """The number within the series."""
    part_title: Text | None = None
    """The title of this part of a work."""
    volume_title: Text | None = None
    """The title of this volume."""
    reviewed_title: Text | None = None
    """The title of what is reviewed."""
    reviewed_genre: Text | None = None
    """The kind of work that is reviewed."""
    original_title: Text | None = None
    """The title of the original."""
    volume: Number | None = None
    """The volume."""
    issue: Number | None = None
    """The issue within the volume."""
    page: Number | None = None
    """The pages: `611-626`."""
    page_first: Number | None = None
    """The first page."""
    number: Number | None = None
    """The number of a report, standard, patent or article."""
    number_of_pages: Number | None = None
    """How many pages there are."""
    number_of_volumes: Number | None = None
    """How many volumes there are."""
    chapter_number: Number | None = None
    """The chapter."""
    part_number: Number | None = None
    """The part."""
    printing_number: Number | None = None
    """The printing."""
    section: Number | None = None
    """The section of a law or a newspaper."""
    supplement_number: Number | None = None
    """The supplement."""
    edition: Number | None = None
    """The edition."""
    version: Number | None = None
    """The version of software, data or documentation."""
    event_title: Text | None = None
    """The conference, talk series or course."""
    event_place: Text | None = None
    """Where it took place."""
    publisher: Text | None = None
    """Who publishes it."""
    publisher_place: Text | None = None
    """Where the publisher is."""
    original_publisher: Text | None = None
    """Who published the original."""
    original_publisher_place: Text | None = None
    """Where the original was published."""
    authority: Text | None = None
    """The body that issued a law, standard or patent."""
    jurisdiction: Text | None = None
    """Where a law holds."""
    references: Text | None = None
    """Earlier documents that a patent or case refers to."""
    status: Text | None = None
    """How far publication is: `forthcoming`, `in press`."""
    archive: Text | None = None
    """The archive that holds it."""
    archive_collection: Text | None = None
    """The collection within the archive."""
    archive_location: Text | None = None
    """The shelf within the archive."""
    archive_place: Text | None = None
    """Where the archive is."""
    call_number: Text | None = None
    """The shelf mark of a library."""
    source: Text | None = None
    """The database or catalogue that it was found in."""
    doi: DOI | None = None
    """The DOI, bare: `10.1145/3600006.3613165`."""
    arxiv: ArXiv | None = None
    """The arXiv number, in quotes: `"2309.06180"`."""
    arxiv_class: Text | None = None
    """The primary class on arXiv: `cs.LG`."""
    acl: Text | None = None
    """The ACL Anthology's id: `2020.acl-main.1`."""
    openreview: Text | None = None
    """The forum id on OpenReview."""
    dblp: Text | None = None
    """The key at DBLP: `conf/sosp/KwonLZ0ZY0ZS23`."""
    ads: Text | None = None
    """The bibcode of the Astrophysics Data System."""
    hal: Text | None = None
    """The id on HAL."""
    rfc: RFC | None = None
    """The number of an RFC."""
    isbn: ISBN | None = None
    """The ISBN, hyphens as printed."""
    issn: ISSN | None = None
    """The ISSN of the journal."""
    pmid: PMID | None = None
    """The PubMed number."""
    pmcid: PMCID | None = None
    """The PubMed Central number."""
    swhid: SWHID | None = None
    """The Software Heritage identifier."""
    github: GitHub | None = None
    """The repository on GitHub: `owner/name`."""
    url: Url | None = None
    """The address of the work itself; see `link` for what a list shows."""
    archive_url: Url | None = None
    """An archived copy of the page."""
    archive_date: Date | None = None
    """When that copy was made."""
    accessed: Date | None = None
    """When the page was read."""
    code: Url | None = None
    """The code that belongs to it."""
    pdf: Url | None = None
    """The full text as a PDF."""
    slides: Url | None = None
    """The slides."""
    video: Url | None = None
    """The recording."""
    language: Text | None = None
    """The language of the work, as a BCP 47 tag: `en`, `pt-BR`."""
    license: Text | None = None
    """The licence, as an SPDX name where there is one."""
    medium: Text | None = None
    """What it is recorded on or shown in."""
    dimensions: Text | None = None
    """Its size or running time: `01:12:30`."""
    scale: Text | None = None
    """The scale of a map."""
    division: Text | None = None
    """The division of a court or body."""
    abstract: Text | None = None
    """The abstract."""
    keyword: Text | None = None
    """Keywords of the publisher; `tags` are the list's own."""
    note: Text | None = None
    """A note that is printed in bibliographies."""
    annote: Text | dict[Text, Text] | None = None
    """Why read this: the curator's words in Markdown, or a map from language to them."""
    translated: dict[Text, Text] | None = None
    """Which words a translation of `annote` was made from: a map from its language to what `lint` says to write."""
    label: Text | None = None
    """What the list calls it, where that is not the title."""
    link: Url | None = None
    """Where the list leads, where that is not `URL`."""
    area: Texts = ()
    """The areas it belongs to: ids of the catalog's `areas`."""
    tags: Texts = ()
    """Free keywords of the list."""
    reading: Reading | None = None
    """How far the curator is with it."""
    rating: Annotated[float, Field(ge=0, le=5)] | None = None
    """The curator's rating, 0 to 5."""
    level: Level | None = None
    """Whom it suits."""
    minutes: Annotated[int, Field(gt=0)] | None = None
    """How long it takes to read."""
    needs: Keys = ()
    """Entries to read before."""
    added: Date | None = None
    """When it came into the list."""
    read_on: Date | None = None
    """When the curator read it."""
    verified: Date | None = None
    """When a person last looked at the link."""
    listed: bool = True
    """False: it is in bibliographies, but not in lists, areas or the page."""
    citation: Citation | None = None
    """How the authors ask to be cited."""
    protect: Texts = ()
    """Words whose capitals must stay in every style."""
    related: Keys = ()
    """Entries that belong together with this one."""
    aliases: Keys = ()
    """Former ids, which go on working."""
    check: Checks | None = None
    """What the checks leave alone here."""
    custom: dict[str, Any] | None = None
    """Anything else; kept, and shown nowhere."""

    @property
    def shown_title(self) -> str:
        """What a list calls the entry."""
        for called in (self.label, self.title):
            if called and not called.isspace():
                return called
        return self.id

    @property
    def shown_link(self) -> str | None:
        """Where a list leads: `link`, else the work's address, else what its identifiers lead to."""
        identified = (self.doi.url if self.doi else None) or (self.arxiv.url if self.arxiv else None)
        return self.link or self.url or identified

    def annotation(self, language: str = "en") -> str | None:
        """Return why to read it in `language`, or in the first language there is."""
        if self.annote is None or isinstance(self.annote, str):
            return self.annote
        return self.annote.get(language) or next(iter(self.annote.values()), None)

    def get(self, name: str) -> object:
        """Return the value of the field that a catalog calls `name`."""
        return getattr(self, ATTRIBUTES[name])


ATTRIBUTES: dict[str, str] = {csl_name(field.name): field.name for field in dataclasses.fields(Entry)}
"""What a catalog calls a field -> what Python calls it, in canonical order."""

NAME_FIELDS: frozenset[str] = frozenset(
    csl_name(field.name) for field in dataclasses.fields(Entry) if field.type == "Names"
)
DATE_FIELDS: frozenset[str] = frozenset(
    csl_name(field.name) for field in dataclasses.fields(Entry) if field.type == "Date | None"
)
URL_FIELDS: frozenset[str] = frozenset(
    csl_name(field.name) for field in dataclasses.fields(Entry) if field.type == "Url | None"
)
LIST_FIELDS: frozenset[str] = frozenset(
    csl_name(field.name) for field in dataclasses.fields(Entry) if field.type in {"Names", "Texts", "Keys"}
)


_UNSTATED = {"listed": True, "others": False}
URL_NAMES = tuple(name for name in ATTRIBUTES if name in URL_FIELDS)
NAME_NAMES = tuple(name for name in ATTRIBUTES if name in NAME_FIELDS)
urls_of = attrgetter(*(ATTRIBUTES[name] for name in URL_NAMES))
people_of = attrgetter(*(ATTRIBUTES[name] for name in NAME_NAMES))
_values_of = attrgetter(*ATTRIBUTES.values())
_UNSTATED_OF = tuple(_UNSTATED.get(name) for name in ATTRIBUTES)


def has(entry: Entry, name: str) -> bool:
    """Return whether the entry states something for the field `name`."""
    value = entry.get(name)
    return value not in (None, ()) and value is not _UNSTATED.get(name)


def fields_of(entry: Entry) -> dict[str, Any]:
    """Return what an entry states as plain data, by the names of a catalog, in canonical order."""
    values = zip(ATTRIBUTES, _values_of(entry), _UNSTATED_OF, strict=True)
    return {
        name: _plain(value) for name, value, unstated in values if value is not unstated and value not in (None, ())
    }


def stated_by(entries: Sequence[Entry]) -> set[str]:
    """Return the fields that some entry states something for."""
    columns = zip(*map(_values_of, entries), strict=True)
    return {
        name
        for name, column, unstated in zip(ATTRIBUTES, columns, _UNSTATED_OF, strict=False)
        if any(value is not None and value != () and value is not unstated for value in column)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Date):
        return value.text
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        pairs = ((name, getattr(value, attribute)) for name, attribute in _names_of(type(value)))
        return {name: _plain(each) for name, each in pairs if each is not None and each != ()}
    return value


@cache
def _names_of(kind: type) -> tuple[tuple[str, str], ...]:
    """Return what a catalog calls the parts of a value, and what Python calls them."""
    names = [field.name for field in dataclasses.fields(kind)]
    return tuple((_OTHER_NAMES.get(name) or csl_name(name), name) for name in names)


_OTHER_NAMES = {"orcid": "ORCID"}
