"""Names as pages write them, into people; what is no person's name is nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from readinglist.model.malformed import Malformed
from readinglist.model.person import person_fields
from readinglist.webpage.texts import folded, plain

_LEAD = re.compile(
    r"(?:(?:written|posted|published|story|words|text|article|reported|reviewed|escrito|publicado|publié|écrit|verfasst)\s+"
    r"(?:by|von|por|par)|by|von|par|por|di|door|av|autor(?:in)?|auteur|autore|author|text|texte|texto|作者|記者|记者|文|撰文|責任編集)"
    r"(?:\s*[:：/●]\s*|\s+)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:[|•·●/(\[]|\s[–—-]\s|,?\s+(?:updated|published|posted|last|aktualisiert|for\s+the|special\s+to|is\s+an?|staff\s+writer)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(r"<[^<>]*>|\S+@\S+\.\w+|\S+\s(?:at|a t)\s\S+\.\w{2,}\b")
_BETWEEN = re.compile(r"\s*[;；、，]\s*|\s+(?:and|und|et|y|e|en|og|och|&)\s+|\s*\n\s*", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|ph\.?d|m\.?d|ii|iii|iv|esq)\.?", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:\w+[ .-])?(?:admin\w*|webmaster|redaktion|redazione|redacción|rédaction|redactie|redakcja|editors?|editorial|staff|team|"
    r"anonymous|anonym|unknown|guest|user|author|authors|none|null|undefined|false|true|nan|default|root|test|support|"
    r"newsroom|correspondent|contributors?|reporter|writer|press|desk|news|home|about|contact|login|subscribe|follow|share|"
    r"comments?|read more|view the website|编辑|編集部|新华网|責任編輯)(?:[ -]\w+)?",
    re.IGNORECASE,
)
_ORGANISED = re.compile(
    r"\b(?:staff|team|editors?|editorial|redaktion|media|news|agency|agentur|institute|institut|university|universität|foundation|"
    r"stiftung|inc|ltd|llc|gmbh|verein|verband|ministry|ministerium|department|association|company|corporation|group|"
    r"magazine?|zeitung|times|journal|press|blog|online|network|labs?|project|society|council|commission|bureau)\b",
    re.IGNORECASE,
)
_LONGEST, _MOST_WORDS, _MOST_NAMES = 60, 6, 200


def names_in(text: str) -> list[str]:
    """Return the names that a byline or a field of authors lists, without what stands around them."""
    text = _MAIL.sub(" ", text).strip(" \t\r\n,;:|-–—•·")
    text = _LEAD.sub("", text, count=1) if _LEAD.match(text) else text
    parts = [part for each in _BETWEEN.split(text) for part in _at_commas(_AFTER.sub("", each))]
    return [name for part in parts if (name := plain(_LEAD.sub("", part) if _LEAD.match(part) else part).strip(" ,.:"))]


def _at_commas(text: str) -> Iterator[str]:
    """Yield the names of `A B, C D`; `Family, Given` and `A B, Jr.` stay in one piece."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) == 2 and (_SUFFIX.fullmatch(parts[1]) or " " not in parts[0]):
        yield text
    elif len(parts) == 2 and " " not in parts[1] and not _SUFFIX.search(parts[0]) and parts[0].count(" ") < 2:
        yield text
    else:
        yield from parts


def is_person(name: str, *, known: set[str] | frozenset[str] = frozenset()) -> bool:
    """Tell whether a text can be a person's name; `known` are folded names of what is none, such as the site."""
    if not name or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS or folded(name) in known:
        return False
    if re.search(r"https?:|www\.|[@<>{}=\\_#]|\d{2}|\.(?:com|org|net|de)\b", name) or not re.search(
        r"[^\W\d_]{2}", name
    ):
        return False
    return not (_NOBODY.fullmatch(name) or _ORGANISED.search(name))


def people(names: list[str]) -> list[dict[str, Any]]:
    """Return names as a catalog holds them, each once."""
    found: dict[str, dict[str, Any]] = {}
    for name in names[:_MOST_NAMES]:
        try:
            fields: Any = person_fields(_in_small_letters(name).replace("{", "").replace("}", ""))
        except Malformed:
            fields = {"literal": name}
        found.setdefault(bag(name), fields)
    return list(found.values())


def bag(name: str) -> str:
    """Return the letters of a name in order of the alphabet: who writes which part first does not matter."""
    return "".join(sorted(folded(name)))


def _in_small_letters(name: str) -> str:
    """Return `KEVIN SACK` as `Kevin Sack`; what is not all capitals stays."""
    if not name.isupper() or len(name) < 6 or " " not in name.strip():
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize() if len(word[0]) > 2 else word[0], name)
