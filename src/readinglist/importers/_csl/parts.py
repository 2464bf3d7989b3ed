"""Names and dates of CSL items."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.importers._dates import from_parts, from_text
from readinglist.importers._values import as_text
from readinglist.model.malformed import Malformed
from readinglist.model.person import PARTS, person_fields, split_names

_SEASONS = {"1": "21", "2": "22", "3": "23", "4": "24", "spring": "21", "summer": "22", "autumn": "23", "fall": "23"}
_SEASONS |= {"winter": "24", "21": "21", "22": "22", "23": "23", "24": "24"}


def csl_names(value: Any) -> list[dict[str, str]]:
    """Return the people and bodies that a name variable holds."""
    if isinstance(value, str):
        value = split_names(value)
    people = [value] if isinstance(value, Mapping) else value if isinstance(value, list) else []
    return [name for each in people if (name := _name(each))]


def _name(person: Any) -> dict[str, str]:
    if isinstance(person, str):
        return _from_text(person)
    if not isinstance(person, Mapping):
        return {}
    parts = {part: text for part in PARTS if (text := as_text(person.get(part)))}
    if orcid := parts.get("ORCID") or as_text(person.get("orcid")):
        parts["ORCID"] = orcid.rpartition("/")[2]
    if parts.get("comma-suffix") not in ("true", None):
        del parts["comma-suffix"]
    if parts.get("literal"):
        return {part: text for part, text in parts.items() if part in ("literal", "ORCID")}
    if not parts.get("family"):
        whole = parts.get("given") or as_text(person.get("name"))
        return {"literal": whole} if whole else {}
    return parts


def _from_text(text: str) -> dict[str, str]:
    try:
        found: Any = person_fields(text)
    except Malformed:
        found = {"literal": " ".join(text.split())}
    return dict(found) if text.strip() else {}


def csl_date(value: Any) -> str | None:
    """Return the date that a date variable holds, as a catalog writes it."""
    if isinstance(value, str | int):
        return from_text(str(value))
    if isinstance(value, list):  # pandoc: a list of maps of year, month and day
        return _joined([_of_map(each) for each in value if isinstance(each, Mapping)])
    if not isinstance(value, Mapping):
        return None
    parts = value.get("date-parts")
    dates = [from_parts(each) for each in parts if isinstance(each, list)] if isinstance(parts, list) else []
    date = _joined(dates) or _of_map(value) or from_text(as_text(value.get("raw")) or as_text(value.get("literal")))
    return _with_doubt(_with_season(date, value), value) if date else None


def _of_map(value: Mapping[str, Any]) -> str | None:
    return from_parts([value.get("year", ""), value.get("month", 0), value.get("day", 0)]) if "year" in value else None


def _joined(dates: list[str | None]) -> str | None:
    known = [date for date in dates if date]
    if len(known) == 2 and known[0] < known[1]:
        return "/".join(known)
    return known[0] if known else None


def _with_season(date: str | None, value: Mapping[str, Any]) -> str | None:
    season = _SEASONS.get(as_text(value.get("season")).lower())
    return f"{date}-{season}" if season and date and len(date) == 4 else date


def _with_doubt(date: str | None, value: Mapping[str, Any]) -> str | None:
    doubtful = as_text(value.get("circa")).lower() not in ("", "false", "0")
    if not (date and doubtful) or date[-1] in "~?%.":
        return date
    return "/".join(f"{each}~" for each in date.split("/"))
