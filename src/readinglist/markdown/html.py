"""Lists that a Markdown file holds as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from readinglist.markdown import escape
from readinglist.markdown.blocks import Raw
from readinglist.markdown.details import address, numbered
from readinglist.markdown.items import Found
from readinglist.markdown.spans import attributes

_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_ITEM_END = re.compile(r"<(?:/li|li\b|/?[uo]l\b)", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\b[^<>]*>", re.IGNORECASE)
_ANCHOR_END = re.compile(r"</a\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_SEPARATOR = re.compile(r"\s*[-–—:：,|·]*\s*")


def html_works(block: Raw) -> Iterator[Found]:
    """Yield the works of the `<li>` items that begin with a link."""
    for item in _ITEM.finditer(block.text):
        end = _ITEM_END.search(block.text, item.end())
        inside = block.text[item.end() : end.start() if end else len(block.text)]
        anchor = _ANCHOR.search(inside)
        close = _ANCHOR_END.search(inside, anchor.end()) if anchor else None
        if not anchor or not close or text_of(inside[: anchor.start()]):
            continue
        url, title = address(attributes(anchor[0]).get("href", "")), text_of(inside[anchor.end() : close.start()])
        if url and title:
            said = escape.plain_text(_SEPARATOR.sub("", text_of(inside[close.end() :]), count=1))
            line = block.line + block.text.count("\n", 0, item.start())
            yield Found({"URL": url, **numbered(title)} | ({"annote": said} if said else {}), line)


def text_of(markup: str) -> str:
    """Return the words of a piece of HTML on one line."""
    return " ".join(html.unescape(_TAG.sub("", markup)).split())
