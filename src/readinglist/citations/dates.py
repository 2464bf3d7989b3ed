"""Dates as CSL-JSON gives them: parts, ranges, seasons, raw and EDTF strings, read into one frozen value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Day:
    """A year and perhaps a month (13 and up: a season) and a day; zero is unknown."""

    year: int = 0
    month: int = 0
    day: int = 0
    season_text: str = ""

    @property
    def season(self) -> int:
        """1 for spring to 4 for winter, 0 for none."""
        month = self.month
        if month > 20:
            return month - 20 if month <= 24 else 0
        return (month - 1) % 4 + 1 if 12 < month <= 20 else 0


@dataclass(frozen=True, slots=True)
class Date:
    """A day or a range of days; `literal` is text that is no date; an open range ends in an empty day."""

    start: Day = Day()
    end: Day | None = None
    circa: bool = False
    literal: str = ""

    @property
    def open_ended(self) -> bool:
        """Whether the range has begun and not ended."""
        return self.end is not None and not self.end.year


_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec spr sum fal win"
_MONTHS = {name: number for number, name in enumerate(_NAMES.split(), start=1)} | {"aut": 15}
"""Months and, behind them, seasons by the first three letters of their English names."""


def read_date(given: object) -> Date | None:
    """The date in a CSL-JSON date variable; None where nothing is known."""
    if isinstance(given, str):
        return read_raw(given) if given.strip() else None
    if not isinstance(given, Mapping):
        return None
    circa = bool(given.get("circa")) and given.get("circa") not in ("0", "false")
    parts = given.get("date-parts")
    days = [_day(part) for part in parts if isinstance(part, list)] if isinstance(parts, list) else []
    if days and days[0].year:
        return _dated(days, circa, given.get("season"))
    for key in ("edtf", "raw"):
        if given.get(key):
            date = read_raw(str(given[key]))
            return Date(date.start, date.end, circa or date.circa, date.literal)
    if given.get("literal"):
        return Date(circa=circa, literal=str(given["literal"]))
    return None


def _dated(days: list[Day], circa: bool, season: object) -> Date:
    start = days[0]
    if season and not start.month:
        number = _season_number(str(season))
        start = Day(start.year, 20 + number if number else 0, 0, "" if number else str(season))
    end = days[1] if len(days) > 1 else None
    return Date(start, None if end == start else end, circa)


def _season_number(season: str) -> int:
    if season.isdigit():
        number = int(season)
        return number - 20 if 20 < number < 25 else number if 0 < number < 5 else 0
    month = _MONTHS.get(season[:3].lower(), 0)
    return month - 12 if month > 12 else 0


def _day(parts: list[Any]) -> Day:
    numbers = [_number(part) for part in parts[:3]] + [0, 0, 0]
    year, month, day = numbers[0], numbers[1], numbers[2]
    if month < 0 or month > 24:
        month = 0
    return Day(year, month, day if month and 0 < day < 32 else 0)


def _number(part: object) -> int:
    try:
        return int(str(part).strip())
    except ValueError:
        return 0


_ISO = re.compile(r"(?P<year>-?\d{1,6})(?:-(?P<month>\d{1,2}))?(?:-(?P<day>\d{1,2}))?(?:T.*)?")
_CIRCA = re.compile(r"(?:\b(?:circa|ca?)\b\.?\s*|[?~%\[\]])", re.IGNORECASE)
_SLASHED = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})")
_YEARS = re.compile(r"(-?\d{3,4})\s*[-–]\s*(\d{4})")
_WORD = re.compile(r"[^\W\d_]+|\d+")


def read_raw(text: str) -> Date:
    """A date as people or EDTF write it; what cannot be understood stays as literal text."""
    text = text.strip()
    unsure = _CIRCA.search(text) is not None and "??" not in text
    plain = _CIRCA.sub("", text).strip() if unsure else text
    years = _YEARS.fullmatch(plain)
    if years:
        return Date(Day(int(years[1])), Day(int(years[2])), unsure)
    first, slash, second = plain.partition("/") if not _SLASHED.fullmatch(plain) else (plain, "", "")
    start = _one(first) or (_two_words(first) if not slash else None)
    if isinstance(start, Date):
        return start
    if start is None:
        return Date(literal=text)
    if not slash:
        return Date(start, None, unsure)
    end = _one(second)
    return Date(start, end if end is not None else Day(), unsure)


def _one(text: str) -> Day | None:
    text = text.strip()
    match = _ISO.fullmatch(text) or _SLASHED.fullmatch(text)
    if match is not None and (len(match["year"].lstrip("-")) in (3, 4) or match["month"]):
        year, month, day = (int(match[name] or 0) for name in ("year", "month", "day"))
        return Day(year, month, day) if month < 25 and day < 32 else None
    return _spelled(text)


def _spelled(text: str) -> Day | None:
    """Month names, days and years in any order, like "15 Dec 2001", "Aug 31, 2000" or "23 BC"."""
    year = month = day = 0
    before_christ = False
    for word in _WORD.findall(text):
        if word.isdigit():
            if len(word) > 2 or (not month and not day and re.search(r"\bBC", text)):
                year = int(word)
            elif not day and int(word) < 32:
                day = int(word)
        elif word.upper() in {"BC", "BCE"}:
            before_christ = True
        elif word.upper() not in {"AD", "CE"}:
            number = _MONTHS.get(word[:3].lower())
            if number is None or month:
                return None
            month = number
    if not year or (day and not month) or not (month or before_christ):
        return None
    return Day(-year if before_christ else year, month + 8 if month > 12 else month, day)


_RANGE_WORDS = re.compile(r"\s*[-–—]\s*")


def _two_words(text: str) -> Date | None:
    """A range in words, like "Jan-Feb 2001" or "Spring 1999 - Summer 2001"."""
    first, *rest = _RANGE_WORDS.split(text)
    if len(rest) != 1:
        return None
    end = _one(rest[0])
    start = _one(first) or (_one(f"{first} {end.year}") if end else None)
    return Date(start, end) if start and end else None
