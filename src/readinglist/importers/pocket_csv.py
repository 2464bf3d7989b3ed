"""The format `pocket-csv`."""

from __future__ import annotations

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, csv_rows, csv_sign, moment, words


@importer(".csv", sign=csv_sign("Pocket CSV", "title", "url", "time_added", "tags", "status"))
def pocket_csv(text: str) -> Imported:
    """Read what Pocket exported last, one part or several: tags have `|` between them.

    A title that only repeats the address is none.
    """
    shelf = Shelf(text)
    for row, at in csv_rows(text):
        fields = {
            "title": row.get("title"),
            "tags": words(row.get("tags", ""), "|"),
            "added": moment(row.get("time_added")),
            "reading": {"unread": "to-read", "archive": "read"}.get(row.get("status", "")),
        }
        shelf.add(row.get("url"), fields, at=at)
    return shelf.imported()
