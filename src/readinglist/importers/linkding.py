"""The format `linkding`."""

from __future__ import annotations

from collections.abc import Mapping

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, json_items, json_sign, maps, moment, words


@importer(".json", sign=json_sign("linkding JSON", "tag_names", "url", "date_added"))
def linkding(text: str) -> Imported:
    """Read what linkding's API answers; its bookmarks as HTML are read as `netscape`."""
    shelf = Shelf(text)
    found = json_items(text, shelf.findings)
    for item in maps(found.get("results") if isinstance(found, Mapping) else found):
        said = [str(part) for part in (item.get("description"), item.get("notes")) if part]
        fields = {
            "title": item.get("title") or item.get("website_title"),
            "annote": "\n\n".join(said),
            "tags": words(item.get("tag_names")),
            "added": moment(item.get("date_added")),
            "reading": "to-read" if item.get("unread") is True else None,
        }
        shelf.add(item.get("url"), fields)
    return shelf.imported()
