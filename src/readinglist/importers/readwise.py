"""The format `readwise`."""

from __future__ import annotations

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, csv_rows, csv_sign, moment, words


@importer(".csv", sign=csv_sign("Readwise Reader CSV", "title", "url", "document tags", "saved date", "location"))
def readwise(text: str) -> Imported:
    """Read Readwise Reader's CSV: what is in the archive was read, what was begun is being read."""
    shelf = Shelf(text)
    for row, at in csv_rows(text):
        begun = "reading" if _is_begun(row.get("reading progress", "")) else "to-read"
        fields = {
            "title": row.get("title"),
            "added": moment(row.get("saved date")),
            "tags": words(row.get("document tags", "").strip("[]")),
            "reading": "read" if row.get("location") == "archive" else begun,
        }
        shelf.add(row.get("url"), fields, at=at)
    return shelf.imported()


def _is_begun(progress: str) -> bool:
    """Return whether a part was read: `0.42` of it, or `42` or `42%` in other years."""
    try:
        part = float(progress.rstrip("%"))
    except ValueError:
        return False
    return 0 < part < 1 or 1 < part < 100
