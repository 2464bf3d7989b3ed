"""Entries and people made from plain data, as a catalog would hold them."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.person import Person

_entry = TypeAdapter(Entry).validate_python
_person = TypeAdapter(Person).validate_python


def catalog_of(*entries: Mapping[str, Any]) -> Catalog:
    """Return a catalog of these entries; one without an id is called x."""
    return Catalog(tuple(_entry({"id": "x", **entry}) for entry in entries))


def person(**parts: str | None) -> Person:
    """Return a person; an underscore in the name of a part stands for a dash."""
    return _person({name.replace("_", "-"): part for name, part in parts.items() if part is not None})
