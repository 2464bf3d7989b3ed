"""Licences by their SPDX names, where an address or a word says which."""

from __future__ import annotations

import re

_CC = re.compile(r"creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)(?:/([a-z]{2})(?![a-z]))?", re.IGNORECASE)
_ZERO = re.compile(r"creativecommons\.org/publicdomain/zero|^cc0(?:-1\.0)?$|^cc-zero$", re.IGNORECASE)
_OPEN_SOURCE = re.compile(r"(?:opensource\.org/licenses?|spdx\.org/licenses)/([\w.+-]+?)(?:\.html)?/?$", re.IGNORECASE)
_NAMES = re.compile(
    r"cc-by(?:-nc)?(?:-nd|-sa)?-\d\.\d(?:-[a-z]{2,3})?|mit|apache-\d\.\d|[al]?gpl-\d\.\d(?:-only|-or-later)?|bsd-\d-clause"
    r"|mpl-\d\.\d|isc|unlicense|cc0-1\.0|odbl-1\.0|etalab-2\.0|epl-\d\.\d|artistic-2\.0|bsl-1\.0|zlib|wtfpl|eupl-1\.\d",
    re.IGNORECASE,
)
_MIXED_CASE = {"apache": "Apache", "clause": "Clause", "only": "only", "or": "or", "later": "later", "odbl": "ODbL"}
_MIXED_CASE |= {"unlicense": "Unlicense", "etalab": "etalab", "artistic": "Artistic", "zlib": "Zlib", "odbl": "ODbL"}


def licence_of(text: str) -> str:
    """Return a licence's SPDX name; nothing for terms that have none."""
    text = text.strip()
    if _ZERO.search(text):
        return "CC0-1.0"
    if found := _CC.search(text):
        return _cased("-".join(filter(None, ("cc", *found.groups()))))
    if found := _OPEN_SOURCE.search(text):
        text = found[1]
    return _cased(text) if _NAMES.fullmatch(text) else ""


def _cased(name: str) -> str:
    return "-".join(_MIXED_CASE.get(part.lower(), part.upper()) for part in name.split("-"))
