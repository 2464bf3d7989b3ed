"""What the script has to know besides the entries: its words, and what the words of a query mean in this list."""

from __future__ import annotations

from readinglist.model.catalog import Catalog
from readinglist.model.entry import ATTRIBUTES, stated_by
from readinglist.model.query import KEYS
from readinglist.model.spelling import FIELD_ALIASES
from readinglist.model.types import TYPE_ALIASES
from readinglist.page import inert
from readinglist.page.words import Words


def script_data(catalog: Catalog, words: Words) -> str:
    """Return it as JSON: only what the entries of this list can be asked for."""
    entries = catalog.listed
    types = {entry.type for entry in entries}
    fields = stated_by(entries)
    return inert.data(
        {
            "list": catalog.title or "Reading list",
            "words": words.script,
            "keys": sorted(KEYS),
            "areas": {name: area.title for name, area in catalog.areas.items()},
            "types": {name: [name] for name in sorted(types)}
            | {word: list(meant) for word, meant in TYPE_ALIASES.items() if meant[0] in types},
            "fields": {name: name for name in ATTRIBUTES if name in fields}
            | {word: name for word, name in FIELD_ALIASES.items() if name in fields},
        }
    )
