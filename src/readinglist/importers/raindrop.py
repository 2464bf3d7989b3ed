"""The format `raindrop`."""

from __future__ import annotations

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, csv_rows, csv_sign, moment, words


@importer(".csv", sign=csv_sign("Raindrop CSV", "title", "note", "excerpt", "url", "folder", "tags", "created"))
def raindrop(text: str) -> Imported:
    """Read Raindrop's CSV: collections become areas, the note the annotation, the excerpt the abstract."""
    shelf = Shelf(text)
    for row, at in csv_rows(text):
        fields = {
            "title": row.get("title"),
            "annote": row.get("note"),
            "abstract": row.get("excerpt"),
            "added": moment(row.get("created")),
            "tags": words(row.get("tags", "")),
        }
        shelf.add(row.get("url"), fields, row.get("folder", "").split(" / "), at)
    return shelf.imported()
