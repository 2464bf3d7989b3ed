"""What our own exports put beside a CSL item: read back where the item has not been changed since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.importers import Fields
from readinglist.importers._values import as_data
from readinglist.model.dates import Date
from readinglist.model.entry import ATTRIBUTES, DATE_FIELDS, NAME_FIELDS
from readinglist.model.malformed import Malformed


def with_ours(fields: Fields, own: Mapping[str, Any], joined_keywords: str) -> Fields:
    """Return an item's fields with those that CSL cannot hold, and the full form of those that it holds in part."""
    found: dict[str, Any] = dict(fields)
    told = {name: as_data(value) for name, value in own.items() if name in ATTRIBUTES}
    tags, keyword = told.pop("tags", []), told.pop("keyword", None)
    if joined_keywords == ", ".join([*tags, *([keyword] if keyword else [])]) and (tags or keyword):
        found |= {"tags": tags, "keyword": keyword}
    for name, value in told.items():
        if name not in found or _agree(name, found[name], value):
            found[name] = value
    return found


def _agree(name: str, item: Any, ours: Any) -> bool:
    """Tell whether an item still says what ours said, as far as CSL can say it."""
    if name in DATE_FIELDS:
        return bool(_days(item) == _days(ours))
    if name in NAME_FIELDS and isinstance(ours, list):
        return bool(item == [{part: text for part, text in each.items() if part != "ORCID"} for each in ours])
    if name == "annote" and isinstance(ours, Mapping):
        return item in ours.values()
    return name in ("title", "title-short") or bool(item == ours)


def _days(text: str) -> Any:
    try:
        date = Date.parse(text)
    except Malformed:
        return None
    return date.begin, date.end, date.approximate or date.uncertain
