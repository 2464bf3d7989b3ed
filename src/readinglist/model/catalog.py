"""A catalog: the entries of a list, its areas and editions, and what is wrong with how it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from readinglist.errors import UnknownName
from readinglist.model.house import HouseRules
from readinglist.model.place import Place, Position

if TYPE_CHECKING:
    import datetime

    from readinglist.model.entry import Entry
    from readinglist.model.finding import Finding
    from readinglist.model.header import Area, Edition, Header
    from readinglist.model.lookalikes import Lookalike
    from readinglist.model.person import Person
    from readinglist.model.record import Record
    from readinglist.model.written import Written

Mention: TypeAlias = "tuple[Entry, str, int]"
"""An entry, the field in which it names somebody, and who of them it is, from 0."""


@dataclass(frozen=True)
class Catalog:
    """A reading list as read: everything that could be understood, and what could not, as findings."""

    entries: tuple[Entry, ...] = ()
    areas: Mapping[str, Area] = field(default_factory=dict)
    editions: Mapping[str, Edition] = field(default_factory=dict)
    title: str | None = None
    description: str | None = None
    language: str = "en"
    written: Mapping[str, Written] = field(default_factory=dict)
    headers: Mapping[str, Header] = field(default_factory=dict)
    problems: tuple[Finding, ...] = ()
    today: datetime.date | None = None
    """The day on which somebody looks at the list; without it nothing is said that depends on one."""
    records: tuple[Record, ...] = ()
    """The entries of BibTeX files as those state them, where such files are looked at."""
    house: HouseRules = field(default_factory=HouseRules)
    """What the owner of the list asks of it in readinglist.toml."""

    def __post_init__(self) -> None:
        """Give entries that no file holds their place in this list, so that findings can point at them."""
        for number, entry in enumerate(self.entries):
            if not hasattr(entry, "place"):
                object.__setattr__(entry, "place", Place("catalog", ("references", number)))

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Every entry by its id; the first, where an id is there twice."""
        return {entry.id: entry for entry in reversed(self.entries)}

    @cached_property
    def by_alias(self) -> Mapping[str, Entry]:
        """Every entry by its former ids."""
        return {alias: entry for entry in reversed(self.entries) for alias in entry.aliases}

    def __getitem__(self, name: str) -> Entry:
        """Return the entry with this id or former id, or raise `UnknownName` with the nearest one."""
        found = self.by_id.get(name) or self.by_alias.get(name)
        if found is None:
            raise UnknownName("entry", name, self.by_id, "`readinglist list` shows them")
        return found

    @property
    def listed(self) -> tuple[Entry, ...]:
        """The entries that lists and the page show."""
        return tuple(entry for entry in self.entries if entry.listed)

    def edition(self, name: str) -> Catalog:
        """Return the catalog as it was in an edition: its entries, in its order."""
        if name not in self.editions:
            raise UnknownName("edition", name, self.editions, "this catalog has no `editions:`")
        return replace(self, entries=tuple(self[key] for key in self.editions[name].ids))

    def only(self, entries: tuple[Entry, ...]) -> Catalog:
        """Return the catalog with these entries alone."""
        return replace(self, entries=entries)

    def position(self, place: Place) -> Position:
        """Return where a place is, in lines and columns."""
        written = self.written.get(place.file)
        return written.position(place) if written else Position(place.file, 1, 1, 1, 1)

    def in_reading_order(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return findings by file, in the order of the files, then by line."""
        order = {file: number for number, file in enumerate(self.written)}
        keyed = [(self.position(found.place), found) for found in findings]
        keyed.sort(key=lambda pair: (order.get(pair[0].file, -1), pair[0], pair[1].rule))
        return [found for _, found in keyed]

    def entry_at(self, place: Place) -> Entry | None:
        """Return the entry that a place belongs to."""
        if place.path[:1] != ("references",) or len(place.path) < 2:
            return None
        return self._by_place.get((place.file, place.path[1]))

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str | int], Entry]:
        return {(entry.place.file, entry.place.path[1]): entry for entry in self.entries}

    @cached_property
    def addresses(self) -> tuple[tuple[Entry, str, str], ...]:
        """Every address of every entry: the entry, the field that holds it, and the address."""
        from readinglist.model.entry import URL_NAMES, urls_of

        return tuple(
            (entry, name, address)
            for entry in self.entries
            for name, address in zip(URL_NAMES, urls_of(entry), strict=True)
            if address
        )

    @cached_property
    def people(self) -> tuple[tuple[Entry, str, tuple[Person, ...]], ...]:
        """Everybody whom the entries name: the entry, the field, and who stands in it."""
        from readinglist.model.entry import NAME_NAMES, people_of

        return tuple(
            (entry, name, named)
            for entry in self.entries
            for name, named in zip(NAME_NAMES, people_of(entry), strict=True)
            if named
        )

    @cached_property
    def mentions(self) -> Mapping[Person, Sequence[Mention]]:
        """Everybody once, in reading order, with each place that names them."""
        found: dict[Person, list[Mention]] = {}
        for entry, name, named in self.people:
            for index, person in enumerate(named):
                found.setdefault(person, []).append((entry, name, index))
        return found

    @cached_property
    def lookalikes(self) -> tuple[Lookalike, ...]:
        """The pairs of entries that may be one work."""
        from readinglist.model.lookalikes import lookalikes

        return tuple(lookalikes(self.entries))

    @cached_property
    def by_record(self) -> Mapping[Place, Record]:
        """The entry of a BibTeX file for the place of each entry that was read from one."""
        return {record.place: record for record in self.records}

    def as_written(self, place: Place) -> object:
        """Return the data that stands at a place, before it was typed."""
        written = self.written.get(place.file)
        return written.node(place.path) if written else None

    def fields(self, entry: Entry) -> Mapping[str, object]:
        """Return the fields of an entry as written, before they were typed or called by their canonical names."""
        written = self.written.get(entry.place.file)
        return written.root["references"][entry.place.path[1]] if written else {}

    @property
    def own_files(self) -> Mapping[str, Written]:
        """The files that are written as catalogs are; lists in Markdown and bibliographies are not."""
        return {name: written for name, written in self.written.items() if not written.foreign}

    def reported(self, rule: str) -> tuple[Finding, ...]:
        """Return the problems of reading that belong to a rule."""
        return tuple(problem for problem in self.problems if problem.rule == rule)
