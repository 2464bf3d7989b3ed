"""Which entries are one work by what identifies them, as the rules about duplicates tell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.identity import identities
from readinglist.model.place import Place
from readinglist.whereabouts import is_markdown

_FIELDS = {
    "doi": ("DOI", "URL", "link"),
    "arxiv": ("arxiv", "DOI", "URL", "link"),
    "isbn": ("ISBN",),
    "github": ("URL", "link", "github"),
    "video": ("URL", "link"),
    "url": ("URL", "link"),
}
"""The fields that an identity can come from, the likeliest first."""


class Shared(NamedTuple):
    """An identity that a later entry has in common with an earlier one."""

    earlier: Entry
    later: Entry
    identity: str

    @property
    def kind(self) -> str:
        """What kind of identity it is: `doi`, `arxiv`, `url`."""
        return self.identity.partition(":")[0]

    @property
    def place(self) -> Place:
        """The field of the later entry that holds it."""
        stated = (name for name in _FIELDS[self.kind] if self.later.get(name))
        return self.later.at(next(stated, "id"))


def shared_identities(catalog: Catalog) -> Iterator[Shared]:
    """Yield for each entry each earlier one that has an identity of it, the first one for each identity."""
    first: dict[str, Entry] = {}
    for entry in catalog:
        told: set[str] = set()
        for identity in identities(entry):
            earlier = first.setdefault(identity, entry)
            if earlier is not entry and earlier.id not in told:
                told.add(earlier.id)
                yield Shared(earlier, entry, identity)


def belong_together(one: Entry, other: Entry) -> bool:
    """Tell whether the curator says that two entries are two works."""
    return other.id in one.related or one.id in other.related


def called(catalog: Catalog, entry: Entry) -> str:
    """Return how to name another entry: by its id, or by its line where a list in Markdown gives it none."""
    if is_markdown(entry.place.file):
        return f"line {catalog.position(entry.place).line}"
    return f"'{entry.id}'"


def merging(catalog: Catalog, earlier: Entry, later: Entry) -> str:
    """Return what a person can do about two entries of one work."""
    names: Mapping[str, Entry] = catalog.by_id
    own = {earlier.place.file, later.place.file} <= catalog.own_files.keys()
    if own and names.get(earlier.id) is earlier and names.get(later.id) is later:
        return f"`readinglist merge {earlier.id} {later.id}` makes one of them"
    return "make one entry of them"
