"""The format `omnivore`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import json_bookmarks, json_sign, moment, words
from readinglist.model.person import person_fields


@importer(".json", sign=json_sign("Omnivore JSON", "slug", "state", "readingProgress", "savedAt"))
def omnivore(text: str) -> Imported:
    """Read a part of Omnivore's export, `metadata_0_to_20.json` and so on: what was archived was read."""
    return json_bookmarks(text, _fields)


def _fields(item: Mapping[str, Any]) -> dict[str, Any]:
    author = str(item.get("author") or "").strip()
    return {
        "title": item.get("title"),
        "author": [person_fields(author)] if author and "," not in author else [],
        "issued": moment(item.get("publishedAt")),
        "abstract": item.get("description"),
        "tags": words(item.get("labels")),
        "added": moment(item.get("savedAt")),
        "reading": "read" if item.get("state") == "Archived" else "to-read",
    }
