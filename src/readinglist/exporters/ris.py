"""The format `ris`."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from readinglist.exporters import Options, exporter
from readinglist.exporters._bib.parts import makers, number, publisher
from readinglist.exporters._losses import fields, loss, orcids, passed_over, retyped, unheld
from readinglist.model.catalog import Catalog
from readinglist.model.dates import Date
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding
from readinglist.model.person import Person

Tags = Iterator[tuple[str, str | None]]

_TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "bill": "BILL",
    "broadcast": "SOUND", "chapter": "CHAP", "dataset": "DATA", "entry": "ENCYC", "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC", "figure": "FIGURE", "graphic": "ART", "hearing": "HEAR", "legal_case": "CASE",
    "legislation": "STAT", "manuscript": "UNPB", "map": "MAP", "motion_picture": "VIDEO", "musical_score": "MUSIC",
    "pamphlet": "PAMP", "paper-conference": "CONF", "patent": "PAT", "periodical": "SER",
    "personal_communication": "PCOMM", "post": "ICOMM", "post-weblog": "BLOG", "report": "RPRT", "review": "JOUR",
    "review-book": "JOUR", "software": "COMP", "song": "SOUND", "standard": "STAND", "thesis": "THES",
    "webpage": "ELEC",
}  # fmt: skip
_READ = {"BOOK": "book", "EDBOOK": "book", "CONF": "paper-conference", "ENCYC": "entry-encyclopedia", "SLIDE": "speech"}
_IN_A_BOOK = {"CHAP", "CONF", "CPAPER", "DICT", "ENCYC"}
_TALKS = {"CPAPER", "SLIDE"}

_HELD = fields(
    "id type genre title title-short author editor translator collection-editor director host performer composer"
    " series-creator producer compiler curator organizer contributor issued event-date container-title"
    " container-title-short collection-title collection-number volume issue page number edition version event-title"
    " event-place publisher publisher-place authority DOI arxiv rfc ISBN ISSN PMID URL archive-url accessed code pdf"
    " language abstract keyword note annote area tags"
)


def losses(catalog: Catalog) -> Iterator[Finding]:
    """Yield what RIS has no tag for, and what its tags hold in part."""
    yield from unheld(catalog, "RIS", _HELD)
    yield from orcids(catalog, "RIS")
    yield from passed_over(catalog, "RIS")
    for entry in catalog:
        yield from retyped(entry, _taken_for(entry), "RIS")
        date = entry.issued
        if date and (date.end or date.open_end or date.approximate or date.uncertain):
            yield loss(entry, "issued", f"RIS holds one certain date, so `{date}` becomes {date.begin}")
        for place, person in enumerate(entry.author):
            if person.dropping_particle or person.non_dropping_particle:
                yield loss(entry, "author", f"RIS has no place for the particle of {person.text} (name {place + 1})")


class RisOptions(Options):
    """What `ris` lets its user choose."""

    crlf: bool = Field(False, description="End lines as old reference managers on Windows want them.")


@exporter(".ris", losses)
def ris(catalog: Catalog, options: RisOptions) -> str:
    """Write RIS, the tagged lines that every reference manager imports.

    One tag a line, in UTF-8, as the specification of 2011 has them. Conference papers are `CONF`, pages of
    the web `ELEC`, preprints `GEN` with `M3  - Preprint`, since RIS has no type for them.
    """
    end = "\r\n" if options.crlf else "\n"
    return end.join(line for entry in catalog for line in _lines(entry))


def _taken_for(entry: Entry) -> str:
    kind = _kind(entry)
    if kind == "GEN":
        return "article" if entry.genre == "Preprint" else "document"
    return _READ.get(kind) or next(ours for ours, known in _TYPES.items() if known == kind)


def text(entry: Entry) -> str:
    """Return one entry, as it stands in a file."""
    return "\n".join(_lines(entry))


def _lines(entry: Entry) -> Iterator[str]:
    kind = _kind(entry)
    yield f"TY  - {kind}"
    for part in (_who(entry, kind), _what(entry, kind), _when(entry, kind), _where(entry, kind), _said(entry, kind)):
        for tag, value in part:
            if value and (text := " ".join(value.split())):
                yield f"{tag}  - {text}"
    yield "ER  - "
    yield ""


def _kind(entry: Entry) -> str:
    if entry.type == "book":
        return "EDBOOK" if entry.editor and not entry.author else "CONF" if entry.event_title else "BOOK"
    if entry.type == "speech":
        return "CPAPER" if entry.genre == "Paper" else "SLIDE"
    return _TYPES.get(entry.type, "GEN")


def _who(entry: Entry, kind: str) -> Tags:
    yield from (("AU", _name(person)) for person in makers(entry))
    yield from (("A3" if kind == "BOOK" else "A2", _name(person)) for person in entry.editor)
    series = "A3" if kind in {"CHAP", "CONF", "CPAPER"} else "A2"
    yield from ((series, _name(person)) for person in entry.collection_editor)
    yield from (("A4", _name(person)) for person in entry.translator)


def _name(person: Person) -> str:
    if person.literal:
        # A comma would make a family and a given name of a body.
        return person.literal.replace(",", "").replace("*", "")
    given = " ".join(part for part in (person.given, person.dropping_particle) if part)
    return ", ".join(part for part in (person.family_text, given, person.suffix) if part).replace("*", "")


def _what(entry: Entry, kind: str) -> Tags:
    yield "ID", entry.id
    yield "TI", entry.title
    yield "ST", entry.title_short
    yield ("C3" if kind == "CONF" else "T2"), entry.container_title
    if kind == "CONF" or kind in _TALKS:
        yield "T2", entry.event_title
    yield ("T2" if kind in {"BOOK", "EDBOOK"} else "T3"), entry.collection_title
    yield "J2", entry.container_title_short
    yield "VL", entry.volume
    yield "IS", entry.issue
    yield "SV", entry.collection_number
    first, _, last = (entry.page or "").replace("–", "-").partition("-")
    yield "SP", first
    yield "EP", last
    yield {"JOUR": "C7", "RPRT": "SN"}.get(kind, "M1"), number(entry)
    yield "ET", entry.version if kind == "COMP" else entry.edition or entry.version
    yield "M3", entry.genre


def _when(entry: Entry, kind: str) -> Tags:
    if kind == "CONF" and entry.issued:  # whose PY is the year of the conference
        yield "PY", str((entry.event_date or entry.issued).year)
        yield "C2", str(entry.issued.year)
    elif entry.issued:
        yield "PY", str(entry.issued.year)
    yield "DA", _date(entry.issued)
    yield "Y2", _date(entry.accessed)


def _date(date: Date | None) -> str | None:
    if date is None:
        return None
    day = date.begin
    month = f"{day.month:02d}" if day.month and not day.season else ""
    return f"{day.year:04d}/{month}/{f'{day.day:02d}' if day.day else ''}/{day.season or ''}"


def _where(entry: Entry, kind: str) -> Tags:
    yield "PB", publisher(entry)
    at_event = kind == "CONF" or kind in _TALKS
    yield "CY", entry.event_place if at_event else entry.publisher_place
    yield "C1", entry.publisher_place if at_event else entry.event_place
    yield "SN", entry.isbn
    yield "SN", entry.issn
    yield "DO", entry.doi
    yield "AN", f"arXiv:{entry.arxiv}" if entry.arxiv else entry.pmid
    yield "UR", entry.url
    yield "L1", entry.pdf
    yield "L3", entry.code
    yield "LK", entry.archive_url


def _said(entry: Entry, kind: str) -> Tags:
    yield "LA", entry.language
    yield "AB", entry.abstract
    yield "N1", entry.note
    yield "N1", entry.annotation()
    given = (entry.keyword or "").replace(";", ",").split(",")
    for word in dict.fromkeys(word.strip() for word in (*entry.area, *entry.tags, *given)):
        yield "KW", word.replace("*", "")
