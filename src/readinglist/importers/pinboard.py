"""The format `pinboard`."""

from __future__ import annotations

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, json_items, json_sign, maps, moment, words


@importer(".json", sign=json_sign("Pinboard JSON", "href", "description", "extended", "toread"))
def pinboard(text: str) -> Imported:
    """Read Pinboard's JSON, where `description` is the title, `extended` the note and spaces part the tags."""
    shelf = Shelf(text)
    for item in maps(json_items(text, shelf.findings)):
        fields = {
            "title": item.get("description"),
            "annote": item.get("extended"),
            "tags": words(item.get("tags"), " "),
            "added": moment(item.get("time")),
            "reading": "to-read" if item.get("toread") == "yes" else None,
        }
        shelf.add(item.get("href"), fields)
    return shelf.imported()
