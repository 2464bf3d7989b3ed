"""Texts of a page as people mean them, and whether two of them say the same."""

from __future__ import annotations

import html
import re
import unicodedata

from readinglist.model.typography import composed

_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|span|a|p|br|u|cite|font)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W_]+")
_CONTROLS = dict.fromkeys([*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], " ")
_CONTROLS |= dict.fromkeys([0x2028, 0x2029, 0xFFFE, 0xFFFF, 0xFFFD, *range(0xD800, 0xE000)], " ")


def plain(text: str) -> str:
    """Return a text on one line, without controls, entities (however often escaped) and the tags of small markup."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub("", text)
    if not text.isprintable():
        text = text.translate(_CONTROLS)
    return " ".join(composed(text).split())


def folded(text: str) -> str:
    """Return the letters and digits of a text, for comparing; signs count where there is nothing else."""
    text = (text if text.isascii() else unicodedata.normalize("NFKD", text)).casefold()
    return _NO_LETTERS.sub("", text) or "".join(text.split())
