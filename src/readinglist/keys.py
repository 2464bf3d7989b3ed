"""Citation keys: made once from family, year and title, written into the catalog, never made again."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Collection, Mapping
from string import ascii_lowercase
from typing import Any

_SMALL_WORDS = frozenset(
    "a an the on of for and or in to with from by at is are how what why das der die ein le la un".split()
)


def new_key(fields: Mapping[str, Any], taken: Collection[str]) -> str:
    """Return a key such as `kwon2023paged`, with a letter behind it where `taken` (folded) holds it."""
    return free_key(_family(fields) + _year(fields) + _first_word(fields) or "entry", taken)


def free_key(base: str, taken: Collection[str]) -> str:
    """Return the key, with the first letters behind it that make it one which `taken` (folded) does not hold."""
    sizes = itertools.count(1)
    letters = ("".join(some) for size in sizes for some in itertools.product(ascii_lowercase, repeat=size))
    keys = itertools.chain([base], (base + some for some in letters))
    return next(key for key in keys if key.casefold() not in taken)


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
