"""Numbers inside text: is it one, are there several, ordinals, Roman numerals, and ranges of pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from readinglist.citations.locale import Locale

_PIECE = r"(?:[^\W\d_]{0,4}\d+(?:/?[^\W_])*|\d+(?:/\d+)+)"
_JOINT = re.compile(r"\s*(?:(?<!\\)[-–‑—]+|&|,\s+and\s|,\s+et\s|,\s|\band\b|\bet\b)\s*")
_NUMERIC = re.compile(rf"{_PIECE}(?:\s*(?:[-–]+|&|,\s|and\s)\s*(?:{_PIECE}|[ivxlc]+\b|[^\W\d_]\b)?)*")
_STANDS_IN_RANGE = re.compile(r"\d*[^\W\d_]{0,4}\d+[^\W\d_]*|[ivxlcdmIVXLCDM]+")
_FIRST_PAGE = re.compile(r"[^\s,;&–]*?(?=\s*(?:[-–,;&]|$))")


def is_numeric(text: str) -> bool:
    """Whether the text is numbers and nothing else, joined at most by hyphens, commas or ampersands."""
    return _NUMERIC.fullmatch(text.strip()) is not None


def is_plural(text: str) -> bool:
    """Whether the text names several things: a list or a range of numbers."""
    pieces = [piece for piece in _JOINT.split(text.strip()) if piece]
    joints = _JOINT.findall(text.strip())
    if len(pieces) < 2 or not joints:
        return False
    return all(_STANDS_IN_RANGE.fullmatch(piece) for piece in pieces[:2]) or bool(
        re.match(r"\d", pieces[0]) and not re.match(r"[^\W\d_]{2,}", pieces[1])
    )


def rewritten(text: str, locale: Locale, range_format: str, dash: str, change: Callable[[str], str]) -> str:
    """The text with every number changed and every joint between numbers set as the locale sets it."""
    text = text.strip()
    if not any(c.isdigit() or c in "-–" for c in text):
        return text.replace("\\-", "-")
    pieces, joints = _JOINT.split(text), _JOINT.findall(text)
    if len(pieces) == 1:
        return change(text.replace("\\-", "-"))
    result = ""
    skip = False
    for at, piece in enumerate(pieces):
        if skip:
            skip = False
            continue
        following = pieces[at + 1] if at + 1 < len(pieces) else ""
        if at < len(joints) and _is_range(piece, joints[at], following):
            first, last = page_range(piece, following, range_format)
            result += change(first) + dash + change(last)
            result += _joint(joints[at + 1], locale) if at + 1 < len(joints) else ""
            skip = True
        else:
            result += change(piece) + (_joint(joints[at], locale) if at < len(joints) else "")
    return result.replace("\\-", "-")


def _is_range(first: str, joint: str, last: str) -> bool:
    if joint.strip() not in {"-", "–"}:
        return False
    if not (_STANDS_IN_RANGE.fullmatch(first) and _STANDS_IN_RANGE.fullmatch(last)):
        return False
    if _is_roman(last) and _is_roman(first):
        return True
    return (
        _prefix(first) == _prefix(last)
        if last[-1].isdigit()
        else first[0].isdigit() == last[0].isdigit() and len(last) > 1
    )


def _prefix(text: str) -> str:
    return text.rstrip("0123456789")


def _is_roman(text: str) -> bool:
    return re.fullmatch(r"[ivxlcdm]+", text) is not None


def _joint(joint: str, locale: Locale) -> str:
    mark = joint.strip()
    if mark == "&":
        return f" {locale.term('and', 'symbol') or '&'} "
    if mark in {"-", "–"}:
        return mark
    return f"{mark} " if mark == "," else f" {mark} " if mark[-1:].isalpha() and mark[0] != "," else joint


def page_range(first: str, last: str, range_format: str) -> tuple[str, str]:
    """Both ends of a page range as the style's format wants them."""
    start = re.fullmatch(r"(.*?)(\d+)", first)
    end = re.fullmatch(r"(.*?)(\d+)", last)
    if not range_format or start is None or end is None:
        return first, last
    prefix, low = start[1], start[2]
    if end[1] not in ("", prefix):
        return first, last
    high = _completed(low, end[2])
    shorten = _RANGE_FORMATS.get(range_format)
    if len(high) != len(low) or shorten is None:
        return first, prefix + high
    return first, shorten(low, high)


def _completed(low: str, high: str) -> str:
    """321 and 28 mean 321 to 328."""
    return low[: len(low) - len(high)] + high if len(high) < len(low) else high


def _minimal(low: str, high: str, least: int = 1) -> str:
    same = 0
    while same < len(high) - least and low[same] == high[same]:
        same += 1
    return high[same:]


def _chicago15(low: str, high: str) -> str:
    number = int(low)
    if number < 100 or number % 100 == 0 or len(low) != len(high):
        return high
    if number % 100 < 10:
        return _minimal(low, high)
    changed = _minimal(low, high, 2)
    return high if len(low) == 4 and len(changed) >= 3 else changed


def _chicago16(low: str, high: str) -> str:
    number = int(low)
    if number < 100 or number % 100 == 0 or len(low) != len(high):
        return high
    return _minimal(low, high, 1 if number % 100 < 10 else 2)


_RANGE_FORMATS: dict[str, Callable[[str, str], str]] = {
    "minimal": _minimal,
    "minimal-two": lambda low, high: _minimal(low, high, 2),
    "chicago": _chicago15,
    "chicago-15": _chicago15,
    "chicago-16": _chicago16,
}


def first_page(pages: str) -> str:
    """Where a range of pages begins."""
    found = _FIRST_PAGE.match(pages.strip())
    return found[0] if found else pages


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """The number in lower-case Roman numerals; beyond them, in Arabic ones."""
    if not 0 < number < 6000:
        return str(number)
    result = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        result += letters * count
    return result


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    result = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        result = chr(97 + rest) + result
    return result


def letters_value(text: str) -> int:
    """a is 1, z is 26, aa is 27."""
    value = 0
    for letter in text:
        value = value * 26 + ord(letter) - 96
    return value


def ordinal(text: str, locale: Locale, gender: str) -> str:
    """4 as 4th, in the gender of what is counted."""
    return text + locale.ordinal_suffix(int(text), gender) if text.isdecimal() else text


def long_ordinal(text: str, locale: Locale, gender: str) -> str:
    """4 as fourth; from eleven on as 11th."""
    if not text.isdecimal():
        return text
    number = int(text)
    word = locale.term(f"long-ordinal-{number:02}", gender=gender) if number <= 10 else None
    return word if word is not None else ordinal(text, locale, gender)
