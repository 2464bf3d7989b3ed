"""What a format cannot hold, told as findings: every field that an entry states and the format has no place for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.entry import ATTRIBUTES, Entry, has
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


def loss(entry: Entry, name: str, message: str) -> Finding:
    """Return the finding that a field, or a part of what it says, is lost."""
    return Finding(entry.at(name), message, rule="lossy-export", severity=Severity.INFO)
