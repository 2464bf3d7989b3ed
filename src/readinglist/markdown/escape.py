"""Text into Markdown: right under CommonMark and GFM, with no more backslashes than the place asks for."""

from __future__ import annotations

import re
from urllib.parse import quote

# What no reader takes for markup and stays as it is: signs alone between spaces, `_` inside a word.
_HARMLESS = r"(?<= )(?:\*+|_+|~+)(?= )|(?<=[^\W_])_+(?=[^\W_])"
_REFERENCE = r"&(?=#?[A-Za-z0-9]{1,40};)"
_MARKUP = rf"[*_~`\[\]]|\\(?=[!-/:-@\[-`{{-~]|$)|<(?=[A-Za-z/!?])|{_REFERENCE}"
_SPECIAL = re.compile(rf"(?P<harmless>{_HARMLESS})|{_MARKUP}")
_SIGN = re.compile(r"[*_~`\[\]\\<&]")  # without one of these, `_SPECIAL` need not look at every place

_AUTOLINK = re.compile(r"(?:https?|ftp)(?=://)|www(?=\.)", re.IGNORECASE)
_CLOSING_SEQUENCE = re.compile(r"(?:^|(?<=[ \t]))(?=#+$)")
_BLOCK = re.compile(r"(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|-[- ]+$)|\d{1,9}(?=[.)](?:\s|$))")

_HARD_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)\\(?=[\r\n])")
_PIPE = re.compile(r"(?<!\\)(\\*)\|")

_NOT_IN_URLS = re.compile(r"[\s\x00-\x20\x7f<>\"`\\|]")
_PAIRED = re.compile(r"[^()]*(?:\([^()]*\)[^()]*)*")


def one_line(text: str) -> str:
    """Return a text on one line, without spaces at its ends."""
    return " ".join(filter(None, map(str.strip, text.splitlines())))


def link_text(text: str) -> str:
    """Return what shows `text` as the words of a link, bold or not."""
    text = one_line(text)
    return _SPECIAL.sub(_escaped, text) if _SIGN.search(text) else text


def plain_text(text: str) -> str:
    """Return what shows `text` outside a link, where GFM makes links of bare addresses."""
    return _AUTOLINK.sub(r"\g<0>\\", link_text(text))


def heading_text(text: str) -> str:
    """Return what shows `text` in a heading, behind its `#`."""
    return _CLOSING_SEQUENCE.sub(r"\\", plain_text(text))


def line_start(markdown: str) -> str:
    """Return Markdown that opens no list, quotation, heading or rule where it begins a line or an item."""
    begins = _BLOCK.match(markdown)
    return f"{begins[0]}\\{markdown[begins.end() :]}" if begins else markdown


def folded(markdown: str) -> str:
    """Return Markdown of several lines on one line."""
    return one_line(_HARD_BREAK.sub(r"\1", markdown) if "\\" in markdown else markdown)


def cell(markdown: str) -> str:
    """Return Markdown of one line as it stands in a table, where a bare `|` would end the cell."""
    return _PIPE.sub(_escaped_pipe, markdown) if "|" in markdown else markdown


def link(words: str, url: str) -> str:
    """Return a link; its words are Markdown already."""
    return f"[{words}]({destination(url)})"


def destination(url: str) -> str:
    """Return what leads to `url` between the parentheses of a link."""
    url = re.sub(_REFERENCE, "&amp;", _NOT_IN_URLS.sub(lambda sign: quote(sign[0]), url))
    return url if _PAIRED.fullmatch(url) else f"<{url}>"


def _escaped(found: re.Match[str]) -> str:
    return found[0] if found["harmless"] else "\\" + found[0]


def _escaped_pipe(found: re.Match[str]) -> str:
    """Escape a pipe, unless it is escaped: a backslash before it is one only where their number is odd."""
    return found[0] if len(found[1]) % 2 else f"{found[1]}\\|"
