"""Entries as CSL items: what CSL has a variable for, and beside it what it has none for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from readinglist.latex.protect import pieces
from readinglist.model.csl import CASED_VARIABLES, TEXT_VARIABLES
from readinglist.model.dates import Date, Day
from readinglist.model.entry import DATE_FIELDS, NAME_FIELDS, Entry, fields_of

DATE_VARIABLES = DATE_FIELDS & frozenset("accessed available-date event-date issued original-date submitted".split())


def csl_item(entry: Entry, kept: Callable[[str], str]) -> dict[str, Any]:
    """Return an entry as a CSL item, `kept` marking words whose capitals stay.

    What a variable of CSL cannot hold in full stands, as the catalog has it, under `custom.readinglist`.
    """
    item: dict[str, Any] = {}
    own: dict[str, Any] = {}
    for name, value in fields_of(entry).items():
        item.update(_held(entry, name, value, kept))
        if not _is_held_in_full(entry, name, value):
            own[name] = value
    if keyword := ", ".join([*entry.tags, *([entry.keyword] if entry.keyword else [])]):
        item["keyword"] = keyword
    return item | {"custom": {"readinglist": own}} if own else item


def _held(entry: Entry, name: str, value: Any, kept: Callable[[str], str]) -> Iterator[tuple[str, Any]]:
    if name in CASED_VARIABLES:
        yield name, "".join(kept(text) if protected else text for text, protected in pieces(value, entry.protect))
    elif name == "annote":
        yield name, entry.annotation()
    elif name in TEXT_VARIABLES:
        yield name, value
    elif name in NAME_FIELDS:
        yield name, [{part: text for part, text in person.items() if part != "ORCID"} for person in value]
    elif name in DATE_VARIABLES and isinstance(date := entry.get(name), Date):
        yield name, csl_date(date)
    elif name == "area":
        yield "categories", value


def _is_held_in_full(entry: Entry, name: str, value: Any) -> bool:
    if name in NAME_FIELDS:
        return not any("ORCID" in person for person in value)
    if name in DATE_VARIABLES and isinstance(date := entry.get(name), Date):
        return _is_plain(date)
    if name == "annote":
        return isinstance(value, str)
    if name == "keyword":
        return not entry.tags
    return name in TEXT_VARIABLES


def csl_date(date: Date) -> dict[str, Any]:
    """Return a date as CSL has it, with as many parts as are known."""
    days = [date.begin, *([date.end] if date.end else [])]
    stated: dict[str, Any] = {"date-parts": [_parts(day) for day in days]}
    if date.begin.season:
        stated["season"] = date.begin.month - 20
    if date.approximate or date.uncertain:
        stated["circa"] = True
    return stated


def _parts(day: Day) -> list[int]:
    parts = [day.year, 0 if day.season else day.month, day.day]
    return [part for place, part in enumerate(parts) if part or place == 0]


def _is_plain(date: Date) -> bool:
    """Tell a date that CSL holds as it is from one with doubts, seasons or no end."""
    seasons = date.begin.season or (date.end and date.end.season)
    return not (date.approximate or date.uncertain or date.open_end or seasons)
