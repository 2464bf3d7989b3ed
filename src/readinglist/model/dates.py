"""Dates as people know them: EDTF levels 0 and 1, from a bare year to a doubtful range."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from readinglist.model.malformed import Malformed

SEASONS = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}

_POINT = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if number}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if number} | {"sept": 9}
_HUMAN = (
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"),
    re.compile(r"(?P<name>[A-Za-z]+)\.? (?:(?P<d>\d{1,2})(?:st|nd|rd|th)?,? )?(?P<y>\d{4})"),
    re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)? (?P<name>[A-Za-z]+)\.?,? (?P<y>\d{4})"),
)


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A year, a month of it, or a day; `month` 21 to 24 is a season."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def season(self) -> str | None:
        """The season's English name, if this is one."""
        return SEASONS.get(self.month)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a range, never more precise than what was written."""

    begin: Day
    end: Day | None = None
    open_end: bool = False
    approximate: bool = False
    uncertain: bool = False
    text: str = ""

    @property
    def year(self) -> int:
        """The year it begins in."""
        return self.begin.year

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, text: str) -> Date:
        """Return the date that `text` states, or raise `Malformed` with the likely correction."""
        return _parse(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_from_data)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        point = r"-?\d{4}(-\d{2}(-\d{2})?)?[~?%]?"
        return {
            "anyOf": [
                {
                    "type": "string",
                    "pattern": rf"^{point}(/({point}|\.\.)?)?$",
                    "errorMessage": "write a date as 2023, 2023-10 or 2023-10-23; a range as 2023/2025",
                },
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ]
        }


def _from_data(value: object) -> Date:
    if isinstance(value, Date):
        return value
    if isinstance(value, str):
        return _parse(value)
    raise Malformed("date-format", "a date is text such as 2023, 2023-10 or 2023-10-23")


@lru_cache(maxsize=4096)
def _parse(text: str) -> Date:
    first, slash, second = text.partition("/")
    if slash and second in {"", ".."}:
        begin, marks = _point(first, text)
        return Date(begin, None, True, bool({"~", "%"} & marks), bool({"?", "%"} & marks), text)
    begin, marks = _point(first, text)
    end: Day | None = None
    if slash:
        end, more = _point(second, text)
        marks |= more
        if end < begin:
            raise Malformed(
                "date-impossible",
                f"the range '{text}' ends before it begins; swap the two",
                f"{second}/{first}",
                safe=False,
            )
    return Date(begin, end, False, bool({"~", "%"} & marks), bool({"?", "%"} & marks), text)


def _point(text: str, whole: str) -> tuple[Day, set[str]]:
    match = _POINT.fullmatch(text)
    if not match:
        guess = _guess(whole)
        advice = f"write {guess}" if guess else "write YYYY, YYYY-MM or YYYY-MM-DD"
        raise Malformed("date-format", f"'{whole}' is not a date; {advice}", guess)
    year, month, day = (int(part or 0) for part in match.group(1, 2, 3))
    if match[2] and not (1 <= month <= 12 or (month in SEASONS and not match[3])):
        raise Malformed(
            "date-impossible", f"there is no month {month:02d} in '{whole}'; look it up, or write the year alone"
        )
    if match[3] and not 1 <= day <= _days(year, month):
        raise Malformed(
            "date-impossible",
            f"there is no day {day:02d} in that month: '{whole}'; look it up, or write the month alone",
        )
    return Day(year, month, day), set(match[4] or "")


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year if year > 0 else 4, month)[1]


def _guess(text: str) -> str | None:
    for pattern in _HUMAN:
        if match := pattern.fullmatch(text.strip()):
            found = match.groupdict()
            month = _MONTHS.get(found["name"].lower()) if found.get("name") else int(found.get("m") or 0)
            guess = str(Day(int(found["y"]), month or 0, int(found["d"] or 0) if month else 0))
            try:
                return _parse(guess).text if month else None
            except Malformed:
                return None
    return None
