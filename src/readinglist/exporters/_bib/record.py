"""One entry of a .bib file as plain values, and the text of a file of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MACROS = frozenset(MONTHS)

Pairs = Iterable[tuple[str, str | None]]
"""Fields as they are derived; what is empty is not written."""


class Record(NamedTuple):
    """An entry: its type, its key, and its fields in the order in which they are written, as LaTeX."""

    type: str
    key: str
    fields: Mapping[str, str]


def record(kind: str, key: str, *parts: Pairs) -> Record:
    """Return an entry of the fields that have something in them."""
    return Record(kind, key, {name: value for part in parts for name, value in part if value})


def bib_text(records: Iterable[Record]) -> str:
    """Return the text of a .bib file, entries apart by an empty line."""
    return "\n".join([_entry(each) for each in records])


def _entry(record: Record) -> str:
    # A month is a macro: the style says it in the document's own language.
    fields = [
        f",\n  {name} = {value}" if name == "month" and value in _MACROS else f",\n  {name} = {{{value}}}"
        for name, value in record.fields.items()
    ]
    return f"@{record.type}{{{record.key}{''.join(fields)}\n}}\n"
