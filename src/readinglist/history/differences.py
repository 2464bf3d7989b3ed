"""What is different between two states of a list, told by works: added, removed, renamed, moved, changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry, fields_of
from readinglist.model.identity import identities

_TOLD_OTHERWISE = frozenset({"id", "aliases", "area"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after, as plain data; None where it is not stated."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one work."""

    entry: Entry
    """The work as it is now, or as it was last."""
    before: Entry | None
    """What it was; None for a new one."""
    removed: bool = False
    fields: tuple[FieldChange, ...] = ()
    reordered: bool = False
    """Whether it stands elsewhere in the list, though in the same area."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Everything that happened to it, in a word each."""
        if self.before is None:
            return ("added",)
        if self.removed:
            return ("removed",)
        names = {each.field for each in self.fields}
        happened = {
            "renamed": self.before.id != self.entry.id,
            "moved": self.before.area != self.entry.area,
            "reordered": self.reordered,
            "re-annotated": "annote" in names,
            "changed": bool(names - {"annote"}),
        }
        return tuple(kind for kind, it_did in happened.items() if it_did)


def differences(before: Catalog, after: Catalog) -> tuple[Difference, ...]:
    """Return what became of each work that is not as it was: in the order of the list, the removed ones last."""
    former = dict(_pairs(before, after))
    kept = {entry.id for entry in former.values()}
    reordered = set(_reordered(before, after, former))
    found = (_difference(before, after, former.get(each.id), each, each.id in reordered) for each in after)
    gone = (Difference(entry, entry, removed=True) for entry in before if entry.id not in kept)
    return (*(each for each in found if each), *gone)


def _pairs(before: Catalog, after: Catalog) -> Iterator[tuple[str, Entry]]:
    """Yield the ids of works that were there before, each with what it was: by id, by alias, by what identifies it."""
    new = [entry for entry in after if entry.id not in before.by_id]
    yield from ((entry.id, before.by_id[entry.id]) for entry in after if entry.id in before.by_id)
    gone = {entry.id: entry for entry in before if entry.id not in after.by_id}
    by_identity = {identity: entry for entry in gone.values() for identity in identities(entry)}
    for entry in new:
        aliased = (gone[alias] for alias in entry.aliases if alias in gone)
        alike = (by_identity[identity] for identity in identities(entry) if identity in by_identity)
        was = next((each for each in (*aliased, *alike) if each.id in gone), None)
        if was:
            del gone[was.id]
            yield entry.id, was


def _difference(before: Catalog, after: Catalog, was: Entry | None, entry: Entry, reordered: bool) -> Difference | None:
    if was is None:
        return Difference(entry, None)
    if not reordered and before.fields(was) == after.fields(entry):
        return None
    fields = tuple(_changed(fields_of(was), fields_of(entry)))
    found = Difference(entry, was, fields=fields, reordered=reordered)
    return found if found.kinds else None


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*before, *after)):
        if name not in _TOLD_OTHERWISE and before.get(name) != after.get(name):
            yield FieldChange(name, before.get(name), after.get(name))


def _reordered(before: Catalog, after: Catalog, former: Mapping[str, Entry]) -> Iterator[str]:
    """Yield the fewest works that must have been put elsewhere in their area for the list to be as it is."""
    place = {entry.id: number for number, entry in enumerate(before)}
    by_area: dict[tuple[str, ...], list[str]] = {}
    for entry in after:
        if entry.id in former and former[entry.id].area == entry.area:
            by_area.setdefault(entry.area, []).append(entry.id)
    for ids in by_area.values():
        numbers = [place[former[name].id] for name in ids]
        stayed = set(_longest_rising(numbers))
        yield from (name for name, number in zip(ids, numbers, strict=True) if number not in stayed)


def _longest_rising(numbers: Sequence[int]) -> Iterator[int]:
    """Yield, backwards, the longest run of rising numbers; others between them are left out."""
    ends: list[int] = []  # the smallest number that a run of each length ends with, and where that stands
    at: list[int] = []
    comes_after: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(ends, number)
        comes_after.append(at[length - 1] if length else -1)
        ends[length : length + 1], at[length : length + 1] = [number], [index]
    index = at[-1] if at else -1
    while index >= 0:
        yield numbers[index]
        index = comes_after[index]
