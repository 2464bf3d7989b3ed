"""What the feeds have in common: which entries, in what order, by which name, and of which day."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from operator import attrgetter

from readinglist.model.catalog import Catalog
from readinglist.model.dates import Day
from readinglist.model.entry import Entry
from readinglist.page.options import Published

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://schema.org/ItemList")


def newest_first(catalog: Catalog, most: int) -> Sequence[Entry]:
    """Return the entries that came last: those whose day is known, newest first, then the others as they stand."""
    dated = [entry for entry in catalog.listed if entry.added]
    dated.sort(key=attrgetter("added.begin"), reverse=True)
    return [*dated, *(entry for entry in catalog.listed if not entry.added)][:most]


def name_of(catalog: Catalog, options: Published, entry: Entry) -> str:
    """Return the address that names an entry for good: its first id, on the page; without a page, a URN."""
    first = entry.aliases[0] if entry.aliases else entry.id
    if options.url:
        return f"{options.url}#{first}"
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, (catalog.title or '') + '#' + first)}"


def name_of_list(catalog: Catalog, options: Published) -> str:
    """Return the address that names the list for good."""
    return options.url or f"urn:uuid:{uuid.uuid5(_NAMESPACE, catalog.title or '')}"


def moment(day: Day) -> str:
    """Return a day as feeds write a moment; of a month or a year, its first day."""
    month = day.month if 1 <= day.month <= 12 else {21: 3, 22: 6, 23: 9, 24: 12}.get(day.month, 1)
    return f"{max(day.year, 1):04d}-{month:02d}-{day.day or 1:02d}T00:00:00Z"
