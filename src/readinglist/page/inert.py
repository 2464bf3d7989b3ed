"""Text and addresses as they may stand in HTML: nothing in them acts, whoever wrote them."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

# Controls, halves of surrogates and noncharacters, which HTML forbids; and what turns the direction of reading for
# whatever follows. The marks without an end (U+200E, U+200F) stay: right-to-left scripts need them.
_SIGNS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_FORBIDDEN = re.compile(f"[{_SIGNS}]")
_ACTING = re.compile(f"[{_SIGNS}&<>\"'{{]")
_OF_THE_WEB = re.compile(r"https?://", re.IGNORECASE)


def text(words: str) -> str:
    """Return words as they stand in the text or in an attribute of a page.

    Two braces in a row become an entity: generators such as Jekyll would take them for their own.
    """
    if not _ACTING.search(words):
        return words
    return escape(_FORBIDDEN.sub("", words)).replace("{{", "{&#123;").replace("{%", "&#123;%")


def address(url: str | None) -> str | None:
    """Return an address as it stands in a link; None for what is no address of the web or a DOI."""
    if url is None:
        return None
    if url.lower().startswith("doi:"):
        url = f"https://doi.org/{url[4:]}"
    return text(url) if _OF_THE_WEB.match(url) else None


def data(value: Any) -> str:
    """Return a value as JSON that no parser of HTML, and no generator of sites, finds anything in."""
    written = _encode(value)
    written = written.replace("<", "\\u003c").replace("{{", "{\\u007b").replace("{%", "\\u007b%")
    return _LONE_SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", written)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
