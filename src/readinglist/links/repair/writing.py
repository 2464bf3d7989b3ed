"""Proposals into the entries that hold the addresses: one edit each, the proven ones apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from readinglist.links.repair.proposal import Proposal
from readinglist.model.catalog import Catalog
from readinglist.model.edit import Edit, SetValue
from readinglist.model.entry import Entry
from readinglist.model.place import Place

_LEFT_ALONE = "archive-url"  # a copy is where it is
_REPOSITORY = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+)")


def addresses_of(catalog: Catalog, entries: Iterable[Entry]) -> Iterator[tuple[Entry, Place, str]]:
    """Yield every address of entries that could be repaired, and the place where it stands."""
    wanted = {entry.id for entry in entries}
    for entry, name, address in catalog.addresses:
        if entry.id in wanted and name != _LEFT_ALONE and re.match(r"https?://", address, re.IGNORECASE):
            yield entry, entry.at(name), address
    for entry in catalog:
        if entry.id in wanted and entry.github:
            yield entry, entry.at("github"), f"https://github.com/{entry.github}"


def titles_in(addresses: Iterable[tuple[Entry, Place, str]]) -> dict[str, str]:
    """Return what the list calls the work at an address, where the address is that of the work and not beside it."""
    return {url: entry.title for entry, place, url in addresses if place.path[-1] in {"URL", "link"} and entry.title}


def edits(
    catalog: Catalog, entries: Iterable[Entry], proposals: Mapping[str, Proposal], *, certain: bool
) -> Iterator[Edit]:
    """Yield an edit for each place of each address for which something is proven (or, not `certain`, proposed)."""
    for _, place, address in addresses_of(catalog, entries):
        found = proposals.get(address)
        if not found or not found.new or (certain and not found.certain):
            continue
        if place.path[-1] != "github":
            yield SetValue(place, found.new)
        elif repository := _REPOSITORY.fullmatch(found.new):
            yield SetValue(place, repository[1])
