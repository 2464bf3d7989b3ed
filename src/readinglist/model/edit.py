"""Changes to a catalog as values: what shall be different, not how the file is rewritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readinglist.model.place import Place

# Catalog data as written: text, `None` for an empty value, lists and maps of the same.
Data = str | None | Sequence["Data"] | Mapping[str, "Data"]


@dataclass(frozen=True, slots=True)
class SetValue:
    """Give the field at `place` this value; the field is added where it is missing."""

    place: Place
    value: Data


@dataclass(frozen=True, slots=True)
class Remove:
    """Take the field, list item or whole entry at `place` away."""

    place: Place


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Call the field at `place` by another name."""

    place: Place
    name: str


@dataclass(frozen=True, slots=True)
class AddEntry:
    """Append an entry to the references of `file`."""

    file: str
    fields: Mapping[str, Data]


Edit = SetValue | Remove | RenameKey | AddEntry


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that remove the cause of a finding; a `safe` one cannot change what the entry means."""

    edits: tuple[Edit, ...]
    safe: bool = True


def set_value(place: Place, value: Data, *, safe: bool = True) -> Fix:
    """Return the fix that gives one field another value."""
    return Fix((SetValue(place, value),), safe)
