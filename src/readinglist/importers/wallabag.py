"""The format `wallabag`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import json_bookmarks, json_sign, moment, words

_SIGNS = (
    json_sign("wallabag JSON", "is_archived", "url"),
    json_sign("wallabag JSON of version 1", "is_read", "is_fav", "url"),
)


def _sign(text: str) -> str | None:
    return next(filter(None, (sign(text) for sign in _SIGNS)), None)


@importer(".json", sign=_sign)
def wallabag(text: str) -> Imported:
    """Read wallabag's JSON of versions 1 and 2: what is archived was read; the text of the page stays out."""
    return json_bookmarks(text, _fields)


def _fields(item: Mapping[str, Any]) -> dict[str, Any]:
    archived = str(item.get("is_archived", item.get("is_read"))).lower() in {"true", "1"}
    return {
        "title": item.get("title"),
        "tags": words(item.get("tags")),
        "language": item.get("language"),
        "issued": moment(item.get("published_at")),
        "added": moment(item.get("created_at")),
        "reading": "read" if archived else "to-read",
    }
