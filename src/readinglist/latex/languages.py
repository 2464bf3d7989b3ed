"""Languages as babel and polyglossia call them."""

from __future__ import annotations

import re

_BY_TAG = {
    "cs": "czech", "da": "danish", "de": "ngerman", "el": "greek", "en": "english", "en-gb": "british",
    "en-us": "american", "es": "spanish", "fi": "finnish", "fr": "french", "he": "hebrew", "hu": "hungarian",
    "it": "italian", "ja": "japanese", "ko": "korean", "la": "latin", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "pt-br": "brazilian", "ru": "russian", "sv": "swedish", "tr": "turkish",
    "uk": "ukrainian",
}  # fmt: skip

_OTHER_NAMES = {
    "german": "de", "usenglish": "en-US", "ukenglish": "en-GB", "portuges": "pt", "brazil": "pt-BR", "francais": "fr",
    "norsk": "no", "chinese": "zh", "japanese": "ja", "korean": "ko", "magyar": "hu", "castilian": "es",
}  # fmt: skip
_TAG = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")


def babel_name(tag: str) -> str | None:
    """Return the name that babel has for a BCP 47 tag, None where it has none."""
    tag = tag.lower()
    return _BY_TAG.get(tag) or _BY_TAG.get(tag.partition("-")[0])


def is_english(tag: str | None) -> bool:
    """Return whether a tag means English; what says nothing is taken for English."""
    return tag is None or tag.lower().partition("-")[0] == "en"


def tag_of(name: str) -> str | None:
    """Return the BCP 47 tag of a language that is given as babel's name or as a tag; None for another word."""
    folded = name.strip().lower()
    if tag := _TAGS.get(folded):
        return tag
    return name.strip().replace("_", "-") if _TAG.fullmatch(name.strip()) else None


_TAGS = {name: tag if "-" not in tag else tag[:3] + tag[3:].upper() for tag, name in _BY_TAG.items()} | _OTHER_NAMES
