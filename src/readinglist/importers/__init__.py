"""The drawer of importers: one file for each format, a text into entries."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from readinglist.errors import UnknownName
from readinglist.model.catalog import Catalog
from readinglist.model.edit import Data
from readinglist.model.finding import Finding
from readinglist.model.header import Area
from readinglist.model.place import Place, Position
from readinglist.model.written import Map, Seq, Written
from readinglist.registry import discover

if TYPE_CHECKING:
    from readinglist.model.entry import Entry

Fields = dict[str, Data]


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry as plain data under the names of a catalog, and where its source has it."""

    fields: Fields
    offset: int
    has_own_key: bool = True
    """Whether the key is the source's own; else it was made for the entry."""


@dataclass(frozen=True)
class Imported:
    """What a text holds: the entries that arrived, and what there is to say about the others and about these."""

    entries: tuple[Arrival, ...] = ()
    findings: tuple[Finding, ...] = ()
    file: str = ""
    text: str = ""
    areas: Mapping[str, Area] = field(default_factory=dict)
    """The subjects that the source divides its entries by, in its order."""
    title: str | None = None
    """What the source calls itself."""

    def position(self, arrival: Arrival) -> Position:
        """Return where an entry stands in the source, in lines and columns."""
        return self.source.position(Place(self.file, offset=arrival.offset))

    @cached_property
    def source(self) -> Written:
        """The text as if it were a catalog file: each entry knows where in it it stands."""
        references = Seq(_map() for _ in self.entries)
        ends = [each.offset for each in self.entries[1:]] + [len(self.text)]
        spans = [offset for each, end in zip(self.entries, ends, strict=False) for offset in (each.offset, end)]
        references.start, references.end, references.base, references.flow = 0, len(self.text), 0, False
        references.spans = array("L", spans)
        root = _map({"references": references})
        root.spans = array("L", [0, 0, len(self.text)])
        return Written(self.file, self.text, root)

    @cached_property
    def catalog(self) -> Catalog:
        """The entries as a catalog of their own, which exporters can write and reports can ask for places."""
        from readinglist.catalog_file.read import read_fields

        found: list[Entry] = []
        for number, arrival in enumerate(self.entries):
            if entry := read_fields(arrival.fields):
                object.__setattr__(entry, "place", Place(self.file, ("references", number)))
                found.append(entry)
        return Catalog(entries=tuple(found), areas=self.areas, title=self.title, written={self.file: self.source})


def _map(fields: dict[str, Seq] | None = None) -> Map:
    made = Map(fields or {})
    made.start = made.end = made.base = 0
    made.spans, made.flow = array("L"), False
    return made


@dataclass(frozen=True, slots=True)
class Importer:
    """A format that entries can be read from; made by `@importer`."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str], Imported]
    page: str
    module: str
    sign: Callable[[str], str | None] | None = None
    """What tells this format by its text: the reason, or None where it is another one."""
    general: bool = False
    """Whether its sign is a common one, so that any other format goes before it."""

    def __call__(self, text: str, file: str = "-") -> Imported:
        """Return what a text holds; each entry has a key of its own, and no value that a catalog would refuse."""
        from readinglist.catalog_file.parse import no_garbage_collection
        from readinglist.importers._settle import settled

        with no_garbage_collection():
            found = settled(self.name, self.read(text))
        findings = tuple(replace(each, place=Place(file, offset=each.place.offset)) for each in found.findings)
        return replace(found, findings=findings, file=file, text=text)


def importer(
    *suffixes: str, sign: Callable[[str], str | None] | None = None, general: bool = False
) -> Callable[[Callable[[str], Imported]], Importer]:
    """Make an importer of a function; its name is the format's, with dashes, and its docstring the page."""

    def make(read: Callable[[str], Imported]) -> Importer:
        import inspect

        name = read.__name__.replace("_", "-")
        return Importer(name, suffixes, read, inspect.getdoc(read) or "", read.__module__, sign, general)

    return make


def all_importers() -> dict[str, Importer]:
    """Return every importer there is, by name."""
    return discover(__name__, Importer)


def find_importer(name: str) -> Importer:
    """Return the importer of this name, or raise `UnknownName` with the nearest one."""
    importers = all_importers()
    if name not in importers:
        raise UnknownName("format", name, importers)
    return importers[name]


def imported(entries: Iterable[tuple[Fields, int]], findings: Sequence[Finding] = ()) -> Imported:
    """Return entries with the offsets at which they stand, and findings; for importers."""
    return Imported(tuple(Arrival(fields, offset) for fields, offset in entries), tuple(findings))
