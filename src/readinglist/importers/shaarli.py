"""The format `shaarli`."""

from __future__ import annotations

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, json_items, json_sign, maps, moment, words


@importer(".json", sign=json_sign("Shaarli JSON", "shorturl", "created", "url"))
def shaarli(text: str) -> Imported:
    """Read what Shaarli's API answers: notes are Markdown; a note without an address of its own is told."""
    shelf = Shelf(text)
    for item in maps(json_items(text, shelf.findings)):
        fields = {
            "title": item.get("title"),
            "annote": item.get("description"),
            "tags": words(item.get("tags")),
            "added": moment(item.get("created")),
        }
        shelf.add(item.get("url"), fields)
    return shelf.imported()
