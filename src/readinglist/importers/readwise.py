"""The format `readwise`."""

from __future__ import annotations

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, csv_rows, csv_sign, moment, words


@importer(".csv", sign=csv_sign("Readwise Reader CSV", "title", "url", "document tags", "saved date", "location"))
def readwise(text: str) -> Imported:
    """Read Readwise Reader's CSV: what is in the archive was read, what was begun is being read."""
    shelf = Shelf(text)
    for row, at in csv_rows(text):
        progress = row.get("reading progress", "0").rstrip("%").partition(".")[0]
        begun = "reading" if progress.isdigit() and 0 < int(progress) < 100 else "to-read"
        fields = {
            "title": row.get("title"),
            "added": moment(row.get("saved date")),
            "tags": words(row.get("document tags", "").strip("[]")),
            "reading": "read" if row.get("location") == "archive" else begun,
        }
        shelf.add(row.get("url"), fields, at=at)
    return shelf.imported()
