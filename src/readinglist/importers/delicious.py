"""The format `delicious`."""

from __future__ import annotations

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import json_bookmarks, json_sign, saved


@importer(".json", sign=json_sign("Delicious JSON", "url", "created", "others", "owner"))
def delicious(text: str) -> Imported:
    """Read the JSON of Delicious, whose moments are seconds."""
    return json_bookmarks(text, saved)
