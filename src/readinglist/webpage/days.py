"""Days as pages write them, in the languages and orders that tell which is which; never more than is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.model.dates import Date
from readinglist.model.malformed import Malformed

_NAMES = {
    1: "jan january januar jänner janvier janv enero ene gennaio gen janeiro januari sty",
    2: "feb february februar feber février févr fev febrero febbraio fevereiro februari",
    3: "mar march märz mär mrz mars marzo março maart mrt",
    4: "apr april avril avr abril abr aprile",
    5: "may mai mayo maggio mag maio mei",
    6: "jun june juni juin junio giugno giu junho",
    7: "jul july juli juillet juil julio luglio lug julho",
    8: "aug august août aout agosto ago agt augustus",
    9: "sep sept september septembre septiembre settembre set setembro",
    10: "oct october oktober okt octobre octubre ottobre ott outubro out",
    11: "nov november novembre noviembre novembro",
    12: "dec december dezember dez décembre déc diciembre dic dicembre dezembro",
}
_MONTHS = {name: number for number, names in _NAMES.items() for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d./-]){_YEAR}[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?![\d/])",
        rf"{_YEAR}\s?[年년]\s?(?P<m>\d\d?)\s?[月월](?:\s?(?P<d>\d\d?)\s?[日일])?",
        rf"\b(?P<name>{_MONTH})\b\.?,?\s(?P<d>\d\d?)(?:st|nd|rd|th)?\.?,?\s(?:[A-Z]{{3}}\s)?{_YEAR}\b",
        rf"(?<!\d)(?P<d>\d\d?)(?:st|nd|rd|th|er|º|\.)?(?:\s(?:de|of|di)\s|[\s-])(?P<name>{_MONTH})\b\.?,?(?:\s(?:de|del)\s|[\s-]){_YEAR}\b",
        rf"(?<![\d.])(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.\s?{_YEAR}(?!\d)",
        rf"(?<![\d/])(?P<a>\d\d?)/(?P<b>\d\d?)/{_YEAR}(?![\d/])",
        rf"\b{_YEAR},?\s(?P<name>{_MONTH})\b\.?\s(?P<d>\d\d?)(?!\d)",
    )
)
_SOME_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH_ALONE = re.compile(rf"\b(?P<name>{_MONTH})\b\.?,?\s(?:de\s)?{_YEAR}\b", re.IGNORECASE)
_STAMPED = re.compile(r"\w{3}\s(?P<name>[A-Z][a-z]{2})\s(?P<d>\d\d?)\s[\d:]{5,8}\s(?:\w+\s|[+-]\d{4}\s)?(?P<y>\d{4})\b")
_MACHINE = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d)(?!\d))?)?(?!\d)")
_YEAR_AND_MONTH = re.compile(r"(?P<y>\d{4})[/.](?P<m>\d\d?)")
_PACKED = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T?\d{4,6}Z?)?")


def day_of(text: str) -> str | None:
    """Return the date that a text consists of, as far as it states it: `2021-03-18`, `2021-03`, `2021`."""
    text = text.strip()[:100]
    if found := _PACKED.fullmatch(text):
        return _date(found)
    if found := _YEAR_AND_MONTH.fullmatch(text):
        return _date(found)
    if (found := _MACHINE.match(text)) and (made := _date(found)) and (found["m"] or found.end() == len(text)):
        return made
    return next((found for found, _ in days_in(text)), None)


def days_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield the days that stand in a text, and where, those in its most certain spelling first."""
    for pattern in (*_PATTERNS, _STAMPED, _MONTH_ALONE) if _SOME_YEAR.search(text) else ():
        for found in pattern.finditer(text):
            if made := _date(found):
                yield made, found.start()


def _date(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    month, day = parts.get("m"), parts.get("d")
    if name := parts.get("name"):
        month = str(_MONTHS.get(name.lower(), 0))
    if "a" in parts:
        month, day = _month_and_day(int(parts["a"]), int(parts["b"]))
    text = "-".join([parts["y"], *(f"{int(each):02d}" for each in (month, day) if each)])
    try:
        return Date.parse(text).text
    except Malformed:
        return None


def _month_and_day(first: int, second: int) -> tuple[str | None, str | None]:
    """Return which of two numbers is the month, where only one can be."""
    if first > 12 or first == second:
        return str(second), str(first)
    return (str(first), str(second)) if second > 12 else (None, None)
