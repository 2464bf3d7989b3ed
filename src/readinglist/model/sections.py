"""The list as sections: its areas, each below the one that it is a part of, and in what order to read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.header import Area


@dataclass(frozen=True, slots=True)
class Section:
    """An area with its entries; `name` is None for entries that no area holds."""

    name: str | None
    depth: int
    entries: Sequence[Entry]


def sections(catalog: Catalog) -> tuple[Section, ...]:
    """Return the areas that hold listed entries, each below its parent, then the entries that no area holds."""
    members: dict[str | None, list[Entry]] = {}
    for entry in catalog.listed:
        for name in known_areas(catalog, entry) or (None,):
            members.setdefault(name, []).append(entry)
    shown = {above for name in members for above in _upward(catalog.areas, name)}
    found = [Section(name, depth, members.get(name, ())) for name, depth in _outline(catalog.areas) if name in shown]
    return (*found, Section(None, 0, members[None])) if None in members else tuple(found)


def known_areas(catalog: Catalog, entry: Entry) -> tuple[str, ...]:
    """Return the areas of an entry that the catalog describes, each once."""
    return tuple(name for name in dict.fromkeys(entry.area) if name in catalog.areas)


def in_reading_order(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return entries in their order, but each behind those of them that it needs; a circle is cut where it closes."""
    own = {entry.id: entry for entry in entries}
    own |= {alias: entry for entry in entries for alias in entry.aliases if alias not in own}
    placed: dict[str, Entry] = {}
    for entry in entries:
        path = {entry.id: entry}
        while path:
            last = next(reversed(path.values()))
            before = (own[name] for name in last.needs if name in own)
            waiting = next((each for each in before if each.id not in placed and each.id not in path), None)
            if waiting:
                path[waiting.id] = waiting
            else:
                placed.setdefault(last.id, path.pop(last.id))
    return tuple(placed.values())


_LEVELS = ("beginner", "intermediate", "advanced")


def start_of(entries: Sequence[Entry]) -> Entry | None:
    """Return where to start: the easiest entry that needs no other; None where no entry says that it is one.

    Only an entry that states its level, or that others need, can be it: of the rest nobody said anything.
    """
    needed = {name for entry in entries for name in entry.needs}
    told = [each for each in entries if not each.needs and (each.level or {each.id, *each.aliases} & needed)]
    return min(told, key=lambda entry: _LEVELS.index(entry.level or _LEVELS[0])) if len(entries) > 1 and told else None


def _outline(areas: Mapping[str, Area]) -> Iterator[tuple[str, int]]:
    """Yield every area with its depth, below its parent, in the catalog's order."""
    children: dict[str | None, list[str]] = {}
    for name in areas:
        children.setdefault(_parent(areas, name), []).append(name)
    return _below(children, None, 0)


def _below(children: Mapping[str | None, Sequence[str]], parent: str | None, depth: int) -> Iterator[tuple[str, int]]:
    for name in children.get(parent, ()):
        yield name, depth
        yield from _below(children, name, depth + 1)


def _parent(areas: Mapping[str, Area], name: str) -> str | None:
    """Return the area that another is a part of, unless that is unknown or the two go round in a circle."""
    parent = areas[name].parent
    return parent if parent in areas and name not in _upward(areas, parent) else None


def _upward(areas: Mapping[str, Area], name: str | None) -> list[str]:
    """Return an area and those that it is a part of."""
    found: list[str] = []
    while name is not None and name in areas and name not in found:
        found.append(name)
        name = areas[name].parent
    return found
