"""The format `chrome`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, json_items, json_sign, maps, webkit_moment


@importer(".json", sign=json_sign("Chrome's bookmarks", "roots", "bookmark_bar"))
def chrome(text: str) -> Imported:
    """Read the file `Bookmarks` of Chrome, Chromium, Edge and Brave: folders become areas."""
    shelf = Shelf(text)
    found = json_items(text, shelf.findings)
    roots = found.get("roots") if isinstance(found, Mapping) else None
    for root in (roots or {}).values():
        if isinstance(root, Mapping):
            _read(root, [], shelf)
    return shelf.imported()


def _read(node: Mapping[str, Any], path: list[str], shelf: Shelf) -> None:
    if node.get("type") == "url":
        shelf.add(node.get("url"), {"title": node.get("name"), "added": webkit_moment(node.get("date_added"))}, path)
    for child in maps(node.get("children")):
        _read(child, [*path, str(node.get("name") or "")], shelf)
