"""Citation keys: made once from family, year and title, written into the catalog, never made again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, MutableMapping
from string import ascii_lowercase
from typing import Any

_SMALL_WORDS = frozenset(
    "a an the on of for and or in to with from by at is are how what why das der die ein le la un".split()
)


def new_key(fields: Mapping[str, Any], taken: Collection[str], tried: MutableMapping[str, int] | None = None) -> str:
    """Return a key such as `kwon2023paged`, with a letter behind it where `taken` (folded) holds it."""
    return free_key(_family(fields) + _year(fields) + _first_word(fields) or "entry", taken, tried)


def free_key(base: str, taken: Collection[str], tried: MutableMapping[str, int] | None = None) -> str:
    """Return the key, with the first letters behind it that make it one which `taken` (folded) does not hold.

    `tried` remembers where the search for a key ended, so that the next one need not begin anew; keys that
    were taken must stay so.
    """
    number = tried.get(base, 0) if tried else 0
    while (key := base + _letters(number)).casefold() in taken:
        number += 1
    if tried is not None:
        tried[base] = number
    return key


def _letters(number: int) -> str:
    """Return the letters of a number: none for 0, then a to z, aa to az, …"""
    letters = ""
    while number:
        number, last = divmod(number - 1, 26)
        letters = ascii_lowercase[last] + letters
    return letters


def _family(fields: Mapping[str, Any]) -> str:
    names = fields.get("author") or fields.get("editor") or []
    first = names[0] if names else {}
    return _ascii(str(first.get("family") or first.get("literal") or "")) if isinstance(first, Mapping) else ""


def _year(fields: Mapping[str, Any]) -> str:
    found = re.match(r"\d{4}", str(fields.get("issued") or ""))
    return found[0] if found else ""


def _first_word(fields: Mapping[str, Any]) -> str:
    words = (_ascii(word) for word in str(fields.get("title") or fields.get("label") or "").split())
    return next((word for word in words if word and word not in _SMALL_WORDS), "")


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", plain.lower())
