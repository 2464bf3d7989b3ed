"""Entries in the terms of the classic BibTeX styles: their types, the work around them, their dates."""

from __future__ import annotations

from collections.abc import Callable

from readinglist.exporters._bib.parts import (
    ENCYCLOPEDIAS,
    JOURNAL_TYPES,
    is_below_doctorate,
    is_documentation,
    publisher,
)
from readinglist.exporters._bib.record import MONTHS, Pairs
from readinglist.exporters._bib.spelling import CLASSIC
from readinglist.model.dates import Date
from readinglist.model.entry import Entry

_ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split()


def classic_type(entry: Entry) -> str:
    """Return the entry type under which classic styles print most of an entry."""
    found = _TYPES.get(entry.type, "misc")
    return found if isinstance(found, str) else found(entry)


def _part_of_book(entry: Entry) -> str:
    # @inbook of the classic styles never prints the title of the book.
    return "incollection" if entry.container_title else "inbook"


def _report(entry: Entry) -> str:
    return "manual" if is_documentation(entry) else "techreport"


_TYPES: dict[str, str | Callable[[Entry], str]] = {
    **dict.fromkeys(JOURNAL_TYPES, "article"),
    **dict.fromkeys(ENCYCLOPEDIAS, lambda entry: "incollection" if entry.container_title else "misc"),
    "paper-conference": "inproceedings",
    "chapter": _part_of_book,
    "book": lambda entry: "proceedings" if entry.event_title else "book",
    "report": _report,
    "standard": lambda entry: "techreport" if publisher(entry) else "misc",
    "thesis": lambda entry: "mastersthesis" if is_below_doctorate(entry) else "phdthesis",
    "manuscript": "unpublished",
}


def within(entry: Entry, kind: str) -> Pairs:
    """Return what an entry is a part of, and where in it."""
    return (
        _whole(entry, kind),
        ("series", CLASSIC.text(entry.collection_title)),
        ("volume", CLASSIC.text(entry.volume)),
        ("number", CLASSIC.text(entry.issue if kind == "article" else entry.collection_number)),
        ("chapter", CLASSIC.text(entry.chapter_number)),
        ("pages", CLASSIC.pages(entry.page or (entry.number if kind == "article" else None))),
        ("edition", CLASSIC.text(_edition(entry.edition))),
    )


def _whole(entry: Entry, kind: str) -> tuple[str, str]:
    if kind == "article":
        return "journal", CLASSIC.text(entry.container_title)
    if kind in {"inproceedings", "incollection", "inbook"}:
        return "booktitle", CLASSIC.text(entry.container_title or entry.event_title)
    # No style prints the book of a document, and the next program reads it.
    return "booktitle", CLASSIC.text(entry.container_title) if entry.type == "document" else ""


def _edition(edition: str | None) -> str | None:
    if not edition or not edition.isascii() or not edition.isdigit():
        return edition
    place = int(edition)
    if 1 <= place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    ending = "th" if place % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def when(entry: Entry) -> Pairs:
    """Return year and month of publication, else of when it first could be read."""
    date = entry.issued or entry.available_date
    return (("year", _year(date)), ("month", _month(date))) if date else ()


def _year(date: Date) -> str:
    years = f"{date.year}--{date.end.year}" if date.end and date.end.year != date.year else str(date.year)
    return f"c. {years}" if date.approximate or date.uncertain else years


def _month(date: Date) -> str:
    begin, end = date.begin, date.end
    if end and (end.year, end.month) != (begin.year, begin.month):
        return ""
    # Styles print a month as it stands, so a season prints right in its place.
    return begin.season or (MONTHS[begin.month - 1] if begin.month else "")
