"""Put entries in the order of a field, those that lack it last."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.errors import UnknownName
from readinglist.model.dates import Date
from readinglist.model.entry import ATTRIBUTES, NAME_FIELDS, Entry
from readinglist.model.query import fold
from readinglist.model.spelling import FIELD_ALIASES, canonical_name


def in_order_of(entries: Sequence[Entry], field: str) -> tuple[Entry, ...]:
    """Return the entries sorted by a field, `-field` backwards; equals and those without it keep their order."""
    name = canonical_name(field.removeprefix("-"))
    if name not in ATTRIBUTES:
        raise UnknownName(
            "field", field.removeprefix("-"), {*ATTRIBUTES, *FIELD_ALIASES}, "sort by one such as year, title or author"
        )
    keyed = [(_key(entry, name), entry) for entry in entries]
    known = [pair for pair in keyed if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=field.startswith("-"))  # type: ignore[arg-type, return-value]
    return tuple(entry for _, entry in [*known, *(pair for pair in keyed if pair[0] is None)])


def _key(entry: Entry, name: str) -> tuple[float, str] | None:
    value = entry.get(name)
    if value is None or value == ():
        return None
    if name in NAME_FIELDS:
        return 0, fold(" ".join(person.family_text for person in value))  # type: ignore[attr-defined]
    if isinstance(value, Date):
        return 0, str(value.begin)
    if isinstance(value, int | float):
        return value, ""
    return 0, fold(", ".join(value) if isinstance(value, tuple) else str(value))
