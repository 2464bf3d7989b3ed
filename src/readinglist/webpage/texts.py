"""Texts of a page as people mean them, and whether two of them say the same."""

from __future__ import annotations

import html
import re
import unicodedata

from readinglist.model.typography import composed

_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|span|a|p|br|u|cite|font)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W_]+")
_CONTROLS = re.compile(  # but for those that are white space, which becomes one space anyway
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffd-\uffff\ud800-\udfff]"
)


def plain(text: str) -> str:
    """Return a text on one line, without controls, entities (however often escaped) and the tags of small markup."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub("", text)
    if not text.isprintable():
        text = _CONTROLS.sub(" ", text)
    return " ".join(composed(text).split())


def folded(text: str) -> str:
    """Return the letters and digits of a text, for comparing; signs count where there is nothing else."""
    text = (text if text.isascii() else unicodedata.normalize("NFKD", text)).casefold()
    return _NO_LETTERS.sub("", text) or "".join(text.split())
