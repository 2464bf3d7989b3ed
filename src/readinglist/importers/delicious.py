"""The format `delicious`."""

from __future__ import annotations

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, json_items, json_sign, maps, moment, words


@importer(".json", sign=json_sign("Delicious JSON", "url", "created", "others", "owner"))
def delicious(text: str) -> Imported:
    """Read the JSON of Delicious, whose moments are seconds."""
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
