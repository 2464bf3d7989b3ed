"""The format `firefox`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, json_items, json_sign, maps, moment, words


@importer(".json", sign=json_sign("Firefox's bookmarks", "placesRoot", "children"))
def firefox(text: str) -> Imported:
    """Read a backup of Firefox's bookmarks: folders become areas; searches (`place:`) are told and left out."""
    shelf = Shelf(text)
    found = json_items(text, shelf.findings)
    if isinstance(found, Mapping):
        _read(found, [], shelf)
    return shelf.imported()


def _read(node: Mapping[str, Any], path: list[str], shelf: Shelf) -> None:
    if node.get("uri"):
        fields = {
            "title": node.get("title"),
            "tags": words(node.get("tags", "")),
            "added": moment(node.get("dateAdded")),
            "annote": _description(node),
        }
        shelf.add(node.get("uri"), fields, path)
    for child in maps(node.get("children")):
        _read(child, [*path, str(node.get("title") or "")], shelf)


def _description(node: Mapping[str, Any]) -> str | None:
    notes = (
        each.get("value") for each in maps(node.get("annos")) if each.get("name") == "bookmarkProperties/description"
    )
    return next((str(note) for note in notes), None)
