"""Count a list: how many entries there are of everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.entry import has

_WORTH_HAVING = ("title", "author", "issued", "URL", "DOI", "arxiv", "annote", "area", "verified", "archive-url")


def counts(catalog: Catalog) -> dict[str, int | dict[str, int]]:
    """Return the numbers of entries: in all, by area, type, year and reading state, and without each basic fact."""
    entries = catalog.entries
    areas = Counter(area for entry in entries for area in entry.area)
    return {
        "entries": len(entries),
        "areas": {area: areas[area] for area in (*catalog.areas, *sorted(set(areas) - set(catalog.areas)))},
        "types": _most_first(entry.type for entry in entries),
        "years": dict(sorted(Counter(str(entry.issued.year) for entry in entries if entry.issued).items())),
        "reading": _most_first(entry.reading for entry in entries if entry.reading),
        "missing": {name: lack for name in _WORTH_HAVING if (lack := sum(not has(entry, name) for entry in entries))},
    }


def _most_first(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items(), key=lambda pair: (-pair[1], pair[0])))
