"""The format `shaarli`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import json_bookmarks, json_sign, kept_private, saved


@importer(".json", sign=json_sign("Shaarli JSON", "shorturl", "created", "url"))
def shaarli(text: str) -> Imported:
    """Read what Shaarli's API answers: notes are Markdown; a note without an address of its own is told."""
    return json_bookmarks(text, _fields)


def _fields(item: Mapping[str, Any]) -> dict[str, Any]:
    return {**saved(item), "custom": kept_private(item.get("private") is True)}
