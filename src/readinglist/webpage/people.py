"""Names as pages write them, into people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from readinglist.model.malformed import Malformed
from readinglist.model.person import person_fields
from readinglist.sources._names import is_body
from readinglist.webpage.nobody import is_agency
from readinglist.webpage.texts import folded, plain

_LEAD = re.compile(
    r"(?:(?:written|posted|published|story|words|text|article|artikel|reported|reviewed|escrito|publicado"
    r"|publié|écrit|verfasst|veröffentlicht|geschrieben)\s+"
    r"(?:by|von|par|por)|by|von|par|por|door|autor(?:in)?|auteur|autore|author|text|texte|texto"
    r"|作者|記者|记者|文|撰文|責任編集)(?:\s*[:：/●]\s*|\s+)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:[|•·●/(\[]|\s[–—-]\s"
    r"|,?\s+(?:updated|published|posted|last|aktualisiert|for\s+the|special\s+to|is\s+an?|staff\s+writer"
    r"|(?:edited|reviewed|illustrated|photographs?|photos?)\s+by)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(r"<[^<>]*>|(?<!\S)[^\s@]+@\S+|(?<!\S)\S+ at [^\s.]+(?:\.\w+)+")
_ASIDE = re.compile(r"\([^()]*\)")
_BETWEEN = re.compile(r" ?[;；、，] ?| (?:and|und|et|en|og|och|&) ", re.IGNORECASE)
_BETWEEN_OR_WITHIN = re.compile(r"(\S+ \S.*?) (?:y|e) (\S+ \S.*)")  # Ana Ruiz y Luis Gil, but Ortega y Gasset
# What people are stands behind their names, as "Posted by Ann Lee and Bo Chen, Software Engineers, Example Research".
_CALLING = re.compile(
    r"\b(?:engineers?|scientists?|researchers?|directors?|managers?|professors?|fellows?|interns?|students?|editors?"
    r"|presidents?|officers?|architects?|developers?|advocates?|leads?|head of|founders?|correspondents?|reporters?"
    r"|universit\w+|institute|research|labs?|inc|teams?)\b",
    re.IGNORECASE,
)
_NOTES, _MOST_NOTES = "0123456789*∗†‡§¶", 3
_CREDIT = re.compile(r"\W*(?:photograph|photo|illustration|image|foto|bild)s?(?:\s+(?:by|von|par)\b|:)", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|ph\.?d|m\.?d|ii|iii|iv|esq)\.?", re.IGNORECASE)
_BRACES = dict.fromkeys(map(ord, "{}"))
_SHORTEST_SHOUT = 6
_LONGEST, _MOST = 5000, 500


def names_in(text: str) -> list[str]:
    """Return the names that a byline or a field of authors lists, without what stands around them."""
    if _CREDIT.match(text):
        return []
    text = _ASIDE.sub(" ", _MAIL.sub(" ", " ".join(text[:_LONGEST].split()))).strip(" ,;:|-–—•·")
    pieces = [piece for each in _BETWEEN.split(_led(text)) for piece in _at_and(each)]
    parts = [part for each in pieces for part in _at_commas(_AFTER.sub("", each))]
    return [name for part in parts if (name := _without_notes(plain(_led(part)).strip(" ,.:")))]


def _without_notes(name: str) -> str:
    """Return a name without the figures and signs that lead to its footnotes."""
    bare = name.rstrip(_NOTES)
    return bare if bare[-1:].isalpha() and len(name) - len(bare) <= _MOST_NOTES else name


def _at_and(text: str) -> Iterator[str]:
    """Yield the sides of a Spanish or Italian "and" that joins two whole names."""
    found = _BETWEEN_OR_WITHIN.fullmatch(text)
    yield from found.groups() if found else (text,)


def _led(text: str) -> str:
    return _LEAD.sub("", text, count=1) if _LEAD.match(text) else text


def _at_commas(text: str) -> Iterator[str]:
    """Yield the names of `A B, C D`; `Family, Given` and `A B, Jr.` stay in one piece."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    parts = parts[:1] + list(takewhile(lambda part: not _CALLING.search(part), parts[1:]))
    if len(parts) == 2 and " " in parts[0] and is_agency(parts[1]):
        yield parts[0]
    elif len(parts) == 2 and (_SUFFIX.fullmatch(parts[1]) or _is_inverted(*parts)):
        yield ", ".join(parts)
    else:
        yield from parts


def _is_inverted(family: str, given: str) -> bool:
    """Tell whether two parts are one name: a family name of one word, or of two before a single given name."""
    return " " not in family or (" " not in given and family.count(" ") == 1 and not _SUFFIX.search(family))


def people(names: list[str]) -> list[dict[str, Any]]:
    """Return names as a catalog holds them, each once."""
    found: dict[str, dict[str, Any]] = {}
    for name in names[:_MOST]:
        found.setdefault(bag(name), _person(name))
    return list(found.values())


def _person(name: str) -> Any:
    try:
        return {"literal": name} if is_body(name) else person_fields(_spoken(name).translate(_BRACES))
    except Malformed:
        return {"literal": name}


def bag(name: str) -> str:
    """Return the letters of a name in order of the alphabet: who writes which part first does not matter."""
    return "".join(sorted(folded(name)))


def _spoken(name: str) -> str:
    """Return `KEVIN SACK` as `Kevin Sack`; what is not all capitals stays."""
    if not name.isupper() or len(name) < _SHORTEST_SHOUT or " " not in name.strip():
        return name
    return re.sub(r"[^\W\d_]{3,}", lambda word: word[0].capitalize(), name)
