"""The format `catalog`."""

from __future__ import annotations

from typing import Any

from readinglist.importers import Fields, Imported, imported, importer
from readinglist.importers import _found as said
from readinglist.importers._found import finding
from readinglist.importers._yaml import read_yaml
from readinglist.model.spelling import canonical_fields
from readinglist.model.written import Map, Seq


@importer(".yaml", ".yml")
def catalog(text: str) -> Imported:
    """Read a catalog of readinglist itself: its references, as they are."""
    root, findings = read_yaml(text)
    items = root.get("references") if isinstance(root, Map) else None
    entries: list[tuple[Fields, int]] = []
    if not isinstance(items, Seq):
        return imported([], findings)
    for place, item in enumerate(items):
        at = items.span(place)[0]
        if isinstance(item, Map) and item:
            entries.append((_plain(canonical_fields(item)), at))
        else:
            findings.append(finding(said.ENTRY_DROPPED, at, "this is no entry: an entry is a map of fields"))
    return imported(entries, findings)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value
