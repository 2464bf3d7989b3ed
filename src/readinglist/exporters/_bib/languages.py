"""Languages as babel and polyglossia call them."""

from __future__ import annotations

_BY_TAG = {
    "cs": "czech", "da": "danish", "de": "ngerman", "el": "greek", "en": "english", "en-gb": "british",
    "en-us": "american", "es": "spanish", "fi": "finnish", "fr": "french", "he": "hebrew", "hu": "hungarian",
    "it": "italian", "ja": "japanese", "ko": "korean", "la": "latin", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "pt-br": "brazilian", "ru": "russian", "sv": "swedish", "tr": "turkish",
    "uk": "ukrainian",
}  # fmt: skip


def babel_name(tag: str) -> str | None:
    """Return the name that babel has for a BCP 47 tag, None where it has none."""
    tag = tag.lower()
    return _BY_TAG.get(tag) or _BY_TAG.get(tag.partition("-")[0])


def is_english(tag: str | None) -> bool:
    """Return whether a tag means English; what says nothing is taken for English."""
    return tag is None or tag.lower().partition("-")[0] == "en"
