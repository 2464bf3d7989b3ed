"""The drawer of importers: one file for each format, a text into entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from readinglist.errors import UnknownName
from readinglist.model.catalog import Area, Catalog
from readinglist.model.edit import Data
from readinglist.model.finding import Finding
from readinglist.model.place import Place, Position
from readinglist.model.written import Map, Written
from readinglist.registry import discover

if TYPE_CHECKING:
    from readinglist.model.entry import Entry

Fields = dict[str, Data]


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry as plain data under the names of a catalog, and where its source has it."""

    fields: Fields
    place: Place


@dataclass(frozen=True)
class Imported:
    """What a text holds: the entries that arrived, and what there is to say about the others and about these."""

    entries: tuple[Arrival, ...] = ()
    findings: tuple[Finding, ...] = ()
    source: Written | None = None
    areas: Mapping[str, Area] = field(default_factory=dict)
    """The subjects that the source divides its entries by, in its order."""
    title: str | None = None
    """What the source calls itself."""

    def position(self, place: Place) -> Position:
        """Return where a place is, in lines and columns of the source."""
        return self.source.position(place) if self.source else Position(place.file, 1, 1, 1, 1)

    @cached_property
    def catalog(self) -> Catalog:
        """The entries as a catalog of their own, which exporters and reports can ask for places."""
        from readinglist.catalog_file.read import read_fields

        found: list[Entry] = []
        for arrival in self.entries:
            if entry := read_fields(arrival.fields):
                object.__setattr__(entry, "place", arrival.place)
                found.append(entry)
        written = {self.source.file: self.source} if self.source else {}
        return Catalog(entries=tuple(found), areas=self.areas, title=self.title, written=written)


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
        entries = tuple(Arrival(each.fields, replace(each.place, file=file)) for each in found.entries)
        findings = tuple(replace(each, place=replace(each.place, file=file)) for each in found.findings)
        return replace(found, entries=entries, findings=findings, source=Written(file, text, Map()))


def importer(
    *suffixes: str, sign: Callable[[str], str | None] | None = None, general: bool = False
) -> Callable[[Callable[[str], Imported]], Importer]:
    """Make an importer of a function; its name is the format's, with dashes, and its docstring the page."""

    def make(read: Callable[[str], Imported]) -> Importer:
        import inspect

        name = read.__name__.replace("_", "-")
        return Importer(name, suffixes, read, inspect.getdoc(read) or "", read.__module__, sign, general)

    return make


def recognised(text: str, file: str = "-") -> tuple[Importer, str]:
    """Return the importer for a text, and why: by a sign in the text, else by the file's name.

    Raises `UnknownName` where neither says what it is.
    """
    suffix = "." + file.lower().rpartition(".")[2] if "." in file.rpartition("/")[2] else ""
    signed = [(each, reason) for each in all_importers().values() if each.sign and (reason := each.sign(text))]
    for each, reason in sorted(signed, key=lambda pair: (pair[0].general, suffix not in pair[0].suffixes)):
        return each, reason
    named = [each for each in all_importers().values() if suffix in each.suffixes]
    for each in sorted(named, key=lambda each: bool(each.sign)):
        return each, f"its name ends in {suffix}"
    raise UnknownName("format", suffix or file, all_importers(), "say which it is with --from")


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
    return Imported(tuple(Arrival(fields, Place("", offset=offset)) for fields, offset in entries), tuple(findings))
