"""Records as pybtex's own objects, for programs that go on with those."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pybtex.database import BibliographyData, Person
from pybtex.database import Entry as PybtexEntry

from readinglist.exporters._bib.record import Record

_ROLES = ("author", "editor")


def pybtex_data(records: Iterable[Record]) -> Any:
    """Return a `pybtex.database.BibliographyData` of the records; of several with one key, the first."""
    found: dict[str, Any] = {}
    for record in records:
        found.setdefault(record.key.lower(), (record.key, _entry(record)))
    return BibliographyData(entries=dict(found.values()))


def _entry(record: Record) -> Any:
    fields = {name: value for name, value in record.fields.items() if name not in _ROLES}
    people = {role: _people(record.fields[role]) for role in _ROLES if role in record.fields}
    return PybtexEntry(record.type, fields=fields, persons=people)


def _people(names: str) -> list[Any]:
    from pybtex.bibtex.utils import split_name_list

    return [Person(name) for name in split_name_list(names)]
