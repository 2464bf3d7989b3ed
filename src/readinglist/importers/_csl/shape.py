"""What tells a CSL item from any other map of a JSON text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from readinglist.importers._csl.items import known_type
from readinglist.importers._csl.places import json_items
from readinglist.importers._zotero import is_zotero

_LOOKED_AT = 50
_EMPTY = re.compile(r'\s*(?:\[\s*\]|\{\s*(?:"(?:items|references)"\s*:\s*\[\s*\]\s*)?\})\s*')
_OF_CSL_ALONE = frozenset(
    "container-title container-title-short collection-title event-title title-short publisher-place original-date"
    " citation-key DOI ISBN ISSN PMID PMCID URL".split()
)
_OF_OTHERS = frozenset("url doi authors authorships year html_url @context @id @type".split())
_NAMES_AND_DATES = frozenset("author editor translator director issued accessed published".split())
_PARTS = frozenset({"family", "given", "literal", "date-parts", "raw"})


def csl_sign(text: str) -> str | None:
    """Return what tells that a text holds CSL items, or None where it holds something else."""
    if text.lstrip("\ufeff \t\r\n")[:1] not in {"{", "["}:
        return None
    if _EMPTY.fullmatch(text):
        return "there is no item in it"
    items = (item for item, _ in islice(json_items(text, []), _LOOKED_AT))
    told = next(filter(None, map(_telling, items)), None)
    return f"an item has {told}" if told else None


def _telling(item: Any) -> str | None:
    if not isinstance(item, Mapping):
        return None
    if is_zotero(item):
        return "Zotero's `itemType`"
    if not _OF_OTHERS.isdisjoint(item):
        return None
    own = [name for name in item if name in _OF_CSL_ALONE or (name in _NAMES_AND_DATES and _in_parts(item[name]))]
    if known_type(item.get("type")) and (own or "title" in item):
        return f"CSL's type `{item['type']}`"
    if own and ("title" in item or "id" in item):
        return f"CSL's `{own[0]}`"
    return "an `id`, and nothing that is not CSL's" if "id" in item and item.keys() <= {"id", "title", "type"} else None


def _in_parts(value: Any) -> bool:
    """Tell a list of CSL's names, or one of its dates."""
    parts = value if isinstance(value, list) else [value]
    return any(isinstance(each, Mapping) and not _PARTS.isdisjoint(each) for each in parts)
