"""The dates of a .bib file: BibLaTeX's own, and the years and months of BibTeX."""

from __future__ import annotations

import re
import unicodedata

from readinglist.model.dates import SEASONS, Date
from readinglist.model.malformed import Malformed

_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_SEASONS = {name.lower(): number for number, name in SEASONS.items()} | {"fall": 23}
_YEARS = re.compile(r"(c\.\s*|ca\.?\s*|circa\s*)?(\d{4})(?:\s*[-–—]+\s*(\d{4}))?")
_WORD = re.compile(r"([A-Za-z]{3,})\.?")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s~.-]*([A-Za-z]{3,})\.?|([A-Za-z]{3,})\.?[\s~]*(\d{1,2})")
_CLOCK = re.compile(r"(?<=\d)T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?")


def edtf(text: str) -> str | None:
    """Return a date as a catalog writes it; None where it says no date."""
    text = _CLOCK.sub("", text.strip())
    if text.endswith("/"):
        text += ".."
    try:
        return Date.parse(text).text
    except Malformed as error:
        return error.suggestion


def year_and_month(year: str, month: str, day: str) -> str | None:
    """Return the date that the fields year, month and day state; None where that is more than one date can say."""
    year, day = _in_ascii(year), _in_ascii(day)
    found = _YEARS.fullmatch(year.strip())
    if not found:
        return edtf(year) if not month else None
    doubt = "~" if found[1] else ""
    if found[3]:
        return edtf(f"{found[2]}{doubt}/{found[3]}{doubt}") if not month and not day else None
    if not month:
        return None if day else f"{found[2]}{doubt}"
    number, in_month = _month(month.strip(), day.strip())
    return edtf(f"{found[2]}-{number}{in_month}{doubt}") if number else None


def _in_ascii(text: str) -> str:
    """Return a text with the digits of any script as those of dates: ٢٠١٩ is 2019."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _month(month: str, day: str) -> tuple[str, str]:
    """Return month and day as they stand in a date; nothing where they are not to be understood."""
    if both := _DAY_AND_MONTH.fullmatch(month):
        day, month = day or both[1] or both[4], both[2] or both[3]
    if day and not day.isdecimal():
        return "", ""
    in_month = f"-{int(day):02d}" if day else ""
    if month.isdecimal() and 1 <= int(month) <= 12:
        return f"{int(month):02d}", in_month
    word = _WORD.fullmatch(month)
    if not word:
        return "", ""
    number = _MONTHS.get(word[1][:3].lower()) if _is_month(word[1].lower()) else None
    season = None if in_month else _SEASONS.get(word[1].lower())
    return f"{number or season:02d}" if number or season else "", in_month


def _is_month(word: str) -> bool:
    names = "january february march april may june july august september october november december".split()
    return word in {"sept"} or any(name.startswith(word) for name in names)
