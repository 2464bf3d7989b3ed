"""Titles as they are compared: folded to letters and digits, and taken apart into words and numbers."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[\w+#]+")
_NOT_TELLING = re.compile(r"[^\w+#]|_")
_JOINTS = re.compile(r"(?<=\w)['’‐‑_-](?=\w)")
_SUBTITLE = re.compile(r"[?!;.]\s|\s[–—-]\s|:")
_SMALL = frozenset("a an the and und et of in on for to der die das le la les de".split())
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_ROMAN = "ii iii iv v vi vii viii ix x xi xii".split()
_NUMBERS = {word: str(number) for number, word in enumerate(_ORDINALS, 1)}
_NUMBERS |= {word: str(number) for number, word in enumerate(_ROMAN, 2)}
_NUMBERED = re.compile(rf"[\d+#]|\b(?:{'|'.join(_NUMBERS)})\b")
_SIGNS = re.compile(r"[\d+#]+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


class Title(NamedTuple):
    """A title to compare: its folded text, its words without the small ones, what numbers it, what precedes a colon."""

    key: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    """What tells two works of one name apart: `2024`, `2` for "second" and "II", `+` of BC+, `3` of V3."""
    main: str


def title_key(title: str) -> str:
    """Return a title in small letters without accents, blanks and signs; digits, + and # stay: C, C++ and C# differ."""
    return _NOT_TELLING.sub("", _without_marks(title))


@lru_cache(1 << 14)
def taken_apart(title: str) -> Title:
    """Return what of a title is compared."""
    plain = _without_marks(title)
    words = [word for word in _WORD.findall(_JOINTS.sub("", plain)) if word not in _SMALL]
    key = _NOT_TELLING.sub("", plain)
    subtitle = _SUBTITLE.search(plain)
    return Title(
        key,
        tuple(words),
        tuple(sorted(filter(None, map(_number, words)))) if _NUMBERED.search(plain) else (),
        _NOT_TELLING.sub("", plain[: subtitle.start()]) if subtitle else key,
    )


def _without_marks(title: str) -> str:
    if title.isascii():
        return title.casefold().replace("&", " and ")
    plain = unicodedata.normalize("NFKD", title).casefold().replace("&", " and ")
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def signs(word: str) -> str:
    """Return the digits, + and # of a word: `3` of deepseek-v3, `++` of C++."""
    return ".".join(_SIGNS.findall(word))


def _number(word: str) -> str | None:
    if found := _ORDINAL.fullmatch(word):
        return found[1]
    if word in _NUMBERS:
        return _NUMBERS[word]
    return signs(word) or None
