"""The people of an entry, each with the place where the name was written."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from readinglist.model.catalog import Catalog
from readinglist.model.entry import ATTRIBUTES, NAME_FIELDS, Entry
from readinglist.model.person import Person

_FIELDS = tuple((name, attribute) for name, attribute in ATTRIBUTES.items() if name in NAME_FIELDS)
_all_people = attrgetter(*(attribute for _, attribute in _FIELDS))


def people(catalog: Catalog) -> Iterator[tuple[Entry, str, tuple[Person, ...]]]:
    """Yield each entry's people: the entry, the field that names them, and who they are."""
    for entry in catalog:
        for (name, _), named in zip(_FIELDS, _all_people(entry), strict=True):
            if named:
                yield entry, name, named
