"""The format `linkwarden`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, json_items, json_sign, maps, moment, words


@importer(".json", sign=json_sign("Linkwarden JSON", "collections", "links", "parentId"))
def linkwarden(text: str) -> Imported:
    """Read Linkwarden's backup: collections, in each other as they are, become areas."""
    shelf = Shelf(text)
    found = json_items(text, shelf.findings)
    collections = maps(found.get("collections")) if isinstance(found, Mapping) else []
    by_id = {each.get("id"): each for each in collections}
    for collection in collections:
        path = _path(collection, by_id)
        for item in maps(collection.get("links")):
            fields = {
                "title": item.get("name"),
                "annote": item.get("description"),
                "tags": words(item.get("tags")),
                "added": moment(item.get("createdAt")),
            }
            shelf.add(item.get("url"), fields, path)
    return shelf.imported()


def _path(collection: Mapping[str, Any], by_id: Mapping[Any, Mapping[str, Any]]) -> list[str]:
    """Return the names that lead to a collection; one that goes round in a circle ends there."""
    path: list[str] = []
    seen: list[Any] = []
    here: Mapping[str, Any] | None = collection
    while here is not None and here.get("id") not in seen:
        seen.append(here.get("id"))
        path.insert(0, str(here.get("name") or ""))
        here = by_id.get(here.get("parentId"))
    return path
