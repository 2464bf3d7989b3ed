"""The format `instapaper`."""

from __future__ import annotations

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, csv_rows, csv_sign, moment, words

_STATES = {"unread": "to-read", "archive": "read", "starred": None}


@importer(".csv", sign=csv_sign("Instapaper CSV", "url", "title", "selection", "folder"))
def instapaper(text: str) -> Imported:
    """Read Instapaper's export, of four to six columns: `Unread` and `Archive` are states, other folders areas."""
    shelf = Shelf(text)
    for row, at in csv_rows(text):
        folder = row.get("folder", "")
        fields = {
            "title": row.get("title"),
            "annote": row.get("selection"),
            "added": moment(row.get("timestamp")),
            "tags": words(row.get("tags", "").strip("[]")) + (["starred"] if folder == "Starred" else []),
            "reading": _STATES.get(folder.lower()),
        }
        shelf.add(row.get("url"), fields, [] if folder.lower() in _STATES else [folder], at)
    return shelf.imported()
