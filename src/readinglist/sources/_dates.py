"""The dates of services as a catalog writes them; None where a text says no date."""

from __future__ import annotations

import re

from readinglist.importers._dates import from_medline, from_parts, from_text

_MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{4})")
_MONTH_NAME_ALONE = re.compile(r"(\d{4}) ([A-Za-z]{3,9})\.?(?: (\d{1,2}))?")
_ZEROS = re.compile(r"(?:-00)+$")
_PRINTED = re.compile(r"\W*(?:c|ca?\.|p|cop\.?|©|℗)?\s*(\d{4})\W*", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})")

__all__ = ["date_of", "from_medline", "from_parts"]


def date_of(text: str) -> str | None:
    """Return the date that a text of a service states, never more precise than it is."""
    text = _ZEROS.sub("", text[:60].strip().removesuffix("/"))
    if text.startswith("-"):  # the end of a span of which the beginning stands elsewhere, never a year before Christ
        return None
    if found := _MONTH_FIRST.fullmatch(text):
        return from_parts([found[2], found[1]])
    if (years := _YEARS.fullmatch(text)) and years[1] < years[2]:
        return f"{years[1]}/{years[2]}"
    if _MONTH_NAME_ALONE.fullmatch(text):
        return from_medline(text)
    if date := from_text(text):
        return date
    found = _PRINTED.fullmatch(text)
    return found[1] if found else None
