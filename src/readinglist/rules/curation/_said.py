"""The annotations of a catalog's entries, in each language, and the words of their sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.place import Place

_NOT_SAID = re.compile(r"`[^`]*`|!?\[([^\]]*)\]\([^)]*\)|<[^>]*>|https?://\S+")


def every_annotation(catalog: Catalog) -> Iterator[tuple[Entry, Place, str]]:
    """Yield each annotation with the entry that has it and its place."""
    for entry in catalog:
        if isinstance(entry.annote, str):
            yield entry, entry.at("annote"), entry.annote
        elif entry.annote:
            yield from ((entry, entry.at("annote", language), text) for language, text in entry.annote.items())


def said(markdown: str) -> str:
    """Return what an annotation says: its words, without code and addresses."""
    return " ".join(_NOT_SAID.sub(lambda found: found[1] or " ", markdown).split())
