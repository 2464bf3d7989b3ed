"""The format `pinboard`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import json_bookmarks, json_sign, kept_private, moment, words


@importer(".json", sign=json_sign("Pinboard JSON", "href", "description", "extended", "toread"))
def pinboard(text: str) -> Imported:
    """Read Pinboard's JSON, where `description` is the title, `extended` the note and spaces part the tags."""
    return json_bookmarks(text, _fields, "href")


def _fields(item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": item.get("description"),
        "annote": item.get("extended"),
        "tags": words(item.get("tags"), " "),
        "added": moment(item.get("time")),
        "reading": "to-read" if item.get("toread") == "yes" else None,
        "custom": kept_private(item.get("shared") == "no"),
    }
