"""An entry of a BibTeX file as the file states it, before any of it was understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readinglist.model.place import Place


@dataclass(frozen=True, slots=True)
class Record:
    """What stands in the file: the type, the fields by their names in small letters, as TeX, and where each stands."""

    kind: str
    fields: Mapping[str, str]
    place: Place
    offsets: Mapping[str, int]

    def at(self, name: str) -> Place:
        """Return the place of a field of the file: `record.at("howpublished")`."""
        return Place(self.place.file, (*self.place.path, name), offset=self.offsets[name])
