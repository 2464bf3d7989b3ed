"""The dates of other formats as a catalog writes them; None where a value says no date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from readinglist.model.dates import SEASONS, Date
from readinglist.model.malformed import Malformed

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SEASON_NUMBERS = {name.lower(): number for number, name in SEASONS.items()} | {"fall": 23}
_MEDLINE = re.compile(r"(\d{4})(?:[ ]([A-Za-z]{3,})(?:-[A-Za-z]{3,})?)?(?:[ ](\d{1,2}))?(?:\D.*)?")
_SLASHES = re.compile(r"(-?\d{4})(?:/(\d{0,2}))?(?:/(\d{0,2}))?(?:/(.*))?")
_CLOCK = re.compile(r"(?<=\d)[T ]\d{1,2}:[\d:.]+\s*(?:Z|[+-]\d\d:?\d\d)?")


def from_text(text: str) -> str | None:
    """Return the date that a text states in any usual way."""
    text = _CLOCK.sub("", text.strip())
    try:
        return Date.parse(text).text
    except Malformed as error:
        if error.suggestion:
            return error.suggestion
    found = re.search(r"(?<!\d)(\d{4})(?!\d)", text)
    if written := re.fullmatch(r"\d{1,2}[./]\d{1,2}[./](\d{4})", text):  # day and month in nobody knows which order
        return written[1]
    return found[1] if found and re.fullmatch(r"\W*\d{4}\W*", text) else None


def from_parts(parts: Sequence[Any]) -> str | None:
    """Return the date of year, month and day, as far as they make one."""
    numbers: list[int] = []
    for part in parts[:3]:
        text = str(part).strip()
        if not re.fullmatch(r"-?\d{1,4}", text) or (numbers and int(text) == 0):
            break
        numbers.append(int(text))
    while numbers:
        year, *rest = numbers
        try:
            return Date.parse(
                "-".join([f"{year:05d}" if year < 0 else f"{year:04d}", *(f"{n:02d}" for n in rest)])
            ).text
        except Malformed:
            numbers.pop()
    return None


def from_slashes(text: str) -> str | None:
    """Return RIS's `2023/10/23/` or `2020///Spring` as a date; other ways of writing one are read too."""
    found = _SLASHES.fullmatch(text.strip())
    if not found:
        return from_text(text)
    season = _SEASON_NUMBERS.get((found[4] or "").strip().lower())
    if season and not int(found[2] or 0):
        return f"{found[1]}-{season}"
    return from_parts([found[1], found[2] or 0, found[3] or 0])


def from_medline(text: str) -> str | None:
    """Return PubMed's `2015 May 3`, `2015 Mar-Apr` or `2015 Spring` as a date."""
    found = _MEDLINE.fullmatch(text.strip())
    if not found:
        return from_text(text)
    word = (found[2] or "").lower()
    if word in _SEASON_NUMBERS:
        return f"{found[1]}-{_SEASON_NUMBERS[word]}"
    month = _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else 0
    return from_parts([found[1], month, found[3] or 0 if "-" not in text else 0])
