"""The format `biblatex`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from readinglist.exporters import Options, exporter
from readinglist.exporters._bib.kept import with_kept
from readinglist.exporters._bib.modern import FIELDS, modern_type
from readinglist.exporters._bib.parts import (
    is_below_doctorate,
    keywords,
    makers,
    number,
    publisher,
    sentences,
    taken_for,
)
from readinglist.exporters._bib.record import Pairs, Record, bib_text, record
from readinglist.exporters._bib.spelling import MODERN
from readinglist.exporters._losses import fields, loss, orcids, passed_over, retyped, unheld, unwritten
from readinglist.latex.languages import babel_name, is_english
from readinglist.latex.verbatim import url_command, verbatim
from readinglist.model.catalog import Catalog
from readinglist.model.dates import Date
from readinglist.model.entry import Entry, has
from readinglist.model.finding import Finding

_HELD = fields(
    "id type genre title title-short author editor translator container-author director host performer composer"
    " series-creator producer compiler curator organizer contributor others issued original-date event-date"
    " container-title container-title-short collection-title collection-number volume issue page number"
    " number-of-pages number-of-volumes edition chapter-number version event-title event-place publisher"
    " publisher-place authority status DOI arxiv arxiv-class hal openreview rfc ISBN ISSN PMID URL archive-url accessed"
    " language abstract keyword note annote area tags protect aliases"
)


def losses(catalog: Catalog) -> Iterator[Finding]:
    """Yield what BibLaTeX has no field for, and what it has none for in the type that an entry becomes."""
    yield from unheld(catalog, "BibLaTeX", _HELD)
    yield from orcids(catalog, "BibLaTeX")
    yield from passed_over(catalog, "BibLaTeX")
    for entry, written in zip(catalog, records(catalog, BiblatexOptions()), strict=True):
        yield from unwritten(entry, written.fields, _PLACES, f"@{written.type} of BibLaTeX")
        yield from retyped(entry, taken_for(written), f"@{written.type} of BibLaTeX")
        yield from _said_otherwise(entry, written)
        if entry.issue and written.type not in {"article", "periodical"}:
            yield loss(entry, "issue", f"@{written.type} of BibLaTeX has no field for `issue`")
        if entry.collection_number and number(entry):
            yield loss(entry, "collection-number", "BibLaTeX holds one number, and that is `number`")
        eprints = [name for name in ("arxiv", "hal", "openreview", "PMID") if has(entry, name)]
        for name in eprints[1:]:
            yield loss(entry, name, f"BibLaTeX holds one eprint, and that is `{eprints[0]}`")


def _said_otherwise(entry: Entry, written: Record) -> Iterator[Finding]:
    kind = written.type
    if number(entry) and not _has_number(kind):
        yield loss(entry, "number", f"@{kind} of BibLaTeX has no field for `number`; it stands in the note")
    if entry.container_title and kind == "misc":
        yield loss(entry, "container-title", "@misc of BibLaTeX holds `container-title` as if it were a publisher")
    if publisher(entry) and kind == "online":
        yield loss(entry, "publisher", "@online of BibLaTeX holds `publisher` as if it were a site")


# Where each field is written; which of these a type has differs.
_PLACES = {
    "genre": "type titleaddon pubstate",
    "editor": "editor author",
    "translator": "translator",
    "container-author": "bookauthor",
    "container-title": "journaltitle booktitle organization",
    "container-title-short": "shortjournal",
    "collection-title": "series",
    "collection-number": "number",
    "volume": "volume note",
    "page": "pages",
    "number-of-pages": "pagetotal",
    "number-of-volumes": "volumes",
    "edition": "edition",
    "chapter-number": "chapter",
    "version": "version",
    "event-title": "eventtitle booktitle",
    "event-place": "venue",
    "event-date": "eventdate",
    "publisher": "publisher institution organization howpublished",
    "publisher-place": "location",
    "authority": "publisher institution organization howpublished",
    "ISBN": "isbn",
    "ISSN": "issn",
}


class BiblatexOptions(Options):
    """What `biblatex` lets its user choose."""

    keywords: bool = Field(True, description="Write areas, tags and keywords.")
    abstract: bool = Field(False, description="Write abstracts.")
    annotation: bool = Field(False, description="Write the curator's annotations.")


@exporter(".bib", losses)
def biblatex(catalog: Catalog, options: BiblatexOptions) -> str:
    """Write BibLaTeX in UTF-8, for biber.

    Every entry has a type whose data model knows all of its fields, so that `biber --validate-datamodel`
    has nothing to say but that a mandatory field is missing. Dates keep their precision and their doubts,
    addresses and identifiers stand letter by letter, and capitals that a style must not lower stand in
    braces. Former ids go on working as `ids`.
    """
    return bib_text(records(catalog, options))


def records(catalog: Catalog, options: BiblatexOptions) -> Iterator[Record]:
    """Yield the entries as they are written, each with the fields that its type has."""
    for entry in catalog:
        derived = _derived(entry, modern_type(entry), options)
        known = FIELDS[derived.type]
        held = derived._replace(fields={name: value for name, value in derived.fields.items() if name in known})
        yield held._replace(fields=with_kept(entry, held.fields)) if entry.custom else held


def _derived(entry: Entry, kind: str, options: BiblatexOptions) -> Record:
    return record(
        kind,
        entry.id,
        _work(entry, kind),
        _within(entry, kind),
        _numbers(entry, kind),
        _source(entry, kind),
        _dates(entry),
        _identifiers(entry),
        _notes(entry, kind),
        _remarks(entry, options),
    )


def _work(entry: Entry, kind: str) -> Pairs:
    yield "title", MODERN.title(entry.title, entry.protect)
    yield "shorttitle", MODERN.title(entry.title_short, entry.protect)
    yield "titleaddon", MODERN.text(_title_addition(entry, kind))
    people = makers(entry)
    editor_prints = "editor" in FIELDS[kind]
    yield "author", MODERN.names(people or (() if editor_prints else entry.editor), others=entry.others)
    yield "editor", MODERN.names(entry.editor)
    yield "translator", MODERN.names(entry.translator)
    yield "bookauthor", MODERN.names(entry.container_author)


def _title_addition(entry: Entry, kind: str) -> str | None:
    if kind != "online" or entry.type == "article":
        return None
    return entry.genre or ("Video" if entry.type == "motion_picture" else None)


def _within(entry: Entry, kind: str) -> Pairs:
    container = MODERN.text(entry.container_title)
    if kind == "article":
        yield "journaltitle", container
        yield "shortjournal", MODERN.text(entry.container_title_short)
        yield "entrysubtype", {"article-magazine": "magazine", "article-newspaper": "newspaper"}.get(entry.type, "")
    elif "booktitle" in FIELDS[kind]:
        yield "booktitle", container or MODERN.text(entry.event_title)
    yield "series", MODERN.text(entry.collection_title)
    yield "eventtitle", MODERN.text(entry.event_title)
    yield "venue", MODERN.text(entry.event_place)


def _numbers(entry: Entry, kind: str) -> Pairs:
    yield "volume", _integer(entry.volume)
    if kind in {"article", "periodical"}:
        issue = entry.issue or ""
        yield "number" if issue[:1].isdigit() else "issue", MODERN.text(issue)
        yield "eid", MODERN.text(entry.number)
    else:
        yield "number", MODERN.text(number(entry) or entry.collection_number)
    yield "volumes", _integer(entry.number_of_volumes)
    yield "chapter", MODERN.text(entry.chapter_number)
    yield "pages", MODERN.pages(entry.page)
    yield "pagetotal", MODERN.text(entry.number_of_pages)
    yield "edition", MODERN.text(entry.edition)
    yield "version", MODERN.text(entry.version)


def _integer(text: str | None) -> str:
    return text if text and text.isascii() and text.isdecimal() else ""


def _source(entry: Entry, kind: str) -> Pairs:
    body = MODERN.body(publisher(entry))
    if "institution" in FIELDS[kind]:
        yield "institution", body
    elif kind == "unpublished":
        yield "howpublished", body
    elif "publisher" in FIELDS[kind] and kind != "manual":
        yield "publisher", body
    else:
        site = MODERN.body(entry.container_title)
        yield "organization", " and ".join(dict.fromkeys(part for part in (site, body) if part))
    yield "location", MODERN.body(entry.publisher_place)
    yield "type", _kind_of_work(entry, kind)


def _kind_of_work(entry: Entry, kind: str) -> str:
    if kind == "thesis" and (not entry.genre or re.search(r"phd|doctor", entry.genre, re.IGNORECASE)):
        return "phdthesis"
    if kind == "thesis" and is_below_doctorate(entry) and "achelor" not in (entry.genre or ""):
        return "mathesis"
    if kind == "report" and entry.genre == "Technical report":
        return "techreport"
    fallback = {"report": "Standard" if entry.type == "standard" else "Report"}.get(kind, "")
    return MODERN.text(entry.genre or fallback)


def _dates(entry: Entry) -> Pairs:
    yield "date", _edtf(entry.issued or entry.available_date)
    yield "eventdate", _edtf(entry.event_date)
    yield "origdate", _edtf(entry.original_date)
    yield "urldate", _edtf(entry.accessed)
    status = (entry.status or "").lower().replace(" ", "").replace("-", "")
    preprint = entry.type == "article" and bool(entry.arxiv or entry.genre == "Preprint")
    yield "pubstate", "prepublished" if preprint else status if status in _STATES else MODERN.text(entry.status)


_STATES = frozenset({"inpreparation", "submitted", "forthcoming", "inpress", "prepublished"})


def _edtf(date: Date | None) -> str:
    return date.text.removesuffix("..") if date else ""


def _identifiers(entry: Entry) -> Pairs:
    for kind, identifier in (
        ("arXiv", entry.arxiv),
        ("hal", entry.hal),
        ("openreview", entry.openreview),
        ("pubmed", entry.pmid),
    ):
        if identifier:
            yield "eprint", verbatim(identifier)
            yield "eprinttype", kind
            break
    if entry.arxiv:
        yield "eprintclass", MODERN.text(entry.arxiv_class)
    yield "doi", entry.doi and verbatim(entry.doi)
    yield "isbn", entry.isbn
    yield "issn", entry.issn
    yield "url", entry.url and verbatim(entry.url)


def _notes(entry: Entry, kind: str) -> Pairs:
    own = number(entry)
    said = [
        MODERN.text(f"No. {own}" if own.isdigit() else own) if own and not _has_number(kind) else "",
        MODERN.text(f"Volume {entry.volume}") if entry.volume and not _integer(entry.volume) else "",
        MODERN.text(entry.note),
        f"Archived at {url_command(entry.archive_url)}" if entry.archive_url else "",
    ]
    yield "note", sentences(*said)


def _has_number(kind: str) -> bool:
    return bool(FIELDS[kind] & {"number", "eid"})


def _remarks(entry: Entry, options: BiblatexOptions) -> Pairs:
    if entry.language:
        yield "langid", babel_name(entry.language)
        # Styles print the language, and nobody wants to read "English" after every entry.
        yield (
            "language",
            "" if is_english(entry.language) else babel_name(entry.language) or MODERN.text(entry.language),
        )
    yield "ids", ",".join(entry.aliases)
    if options.keywords:
        yield "keywords", keywords(entry, MODERN, ",")
    if options.abstract:
        yield "abstract", MODERN.text(entry.abstract)
    if options.annotation:
        yield "annotation", MODERN.text(entry.annotation())
