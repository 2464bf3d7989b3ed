"""What a format cannot hold, told as findings: every field that an entry states and the format has no place for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from readinglist.exporters._bib.parts import MAKERS
from readinglist.model.catalog import Catalog
from readinglist.model.entry import ATTRIBUTES, NAME_FIELDS, Entry, has
from readinglist.model.finding import Finding, Severity

# How the list treats an entry, which no reader of an export asks for.
_HOUSEKEEPING = frozenset({"check", "listed"})


def fields(names: str) -> frozenset[str]:
    """Return the fields of a catalog that a text lists; a name that is no field is a mistake in the format."""
    listed = frozenset(names.split())
    if strange := listed - ATTRIBUTES.keys():
        raise ValueError(f"no fields of a catalog: {', '.join(sorted(strange))}")
    return listed


def unheld(catalog: Catalog, target: str, held: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for every field that is stated and not among those that the target holds."""
    lost = [name for name in ATTRIBUTES if name not in held and name not in _HOUSEKEEPING]
    for entry in catalog:
        for name in lost:
            if has(entry, name):
                yield loss(entry, name, f"{target} has no field for `{name}`")


def unwritten(entry: Entry, written: Collection[str], places: Mapping[str, str], target: str) -> Iterator[Finding]:
    """Yield a finding for every field that is stated and that none of its places among what is written holds."""
    for name, place in places.items():
        if has(entry, name) and not any(each in written for each in place.split()):
            yield loss(entry, name, f"{target} has no field for `{name}`")


def retyped(entry: Entry, taken_for: str, target: str) -> Iterator[Finding]:
    """Yield a finding where readers take an entry for something else than it is."""
    if taken_for != entry.type:
        yield loss(entry, "type", f"{target} has no type for a {entry.type}; readers take it for a {taken_for}")


def unplaced(entry: Entry, target: str) -> Iterator[Finding]:
    """Yield a finding where the place of a publisher is stated, and the publisher who would be there is not."""
    if entry.publisher_place and not (entry.publisher or entry.authority):
        yield loss(entry, "publisher-place", f"{target} has a place for a publisher only, and none is stated")


def passed_over(catalog: Catalog, target: str) -> Iterator[Finding]:
    """Yield a finding for every role of people who made a work beside those that stand as its authors."""
    for entry in catalog:
        first, *others = [name for name in MAKERS if has(entry, name)] or [""]
        for name in others:
            yield loss(entry, name, f"{target} has no field for `{name}` beside `{first}`")


def orcids(catalog: Catalog, target: str) -> Iterator[Finding]:
    """Yield a finding for every list of names in which somebody has an ORCID iD."""
    for entry in catalog:
        for name in sorted(NAME_FIELDS):
            people = getattr(entry, ATTRIBUTES[name])
            if people and any(person.orcid for person in people):
                yield loss(entry, name, f"{target} has no place for the ORCID iDs of `{name}`")


def loss(entry: Entry, name: str, message: str) -> Finding:
    """Return the finding that a field, or a part of what it says, is lost."""
    return Finding(entry.at(name), message, rule="lossy-export", severity=Severity.INFO)
