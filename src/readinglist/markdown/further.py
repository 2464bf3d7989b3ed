"""Links to code, PDF, slides and video around the words about a work: into fields of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from readinglist.markdown.details import address
from readinglist.markdown.parser import parser
from readinglist.markdown.roles import bracketed, link_role
from readinglist.markdown.spans import Inline, Span, inline_of

FURTHER_FIELDS = ("pdf", "code", "video", "slides")

_BETWEEN = re.compile(r"[\s,;/|·&]*")
_SEPARATOR = re.compile(r"\s*(?:<br\s*/?>\s*)*(?:[*_]{1,2}[:：][*_]{1,2}|[-–—]+|[:：,，、;；|·]|\.(?=\s|$))?\s*")
_LOOSE_SIGNS = re.compile(r"^[\s,;/|·&]+(?=[\s(]|$)|[\s,;/|·&]+$")


def set_off(tail: str) -> str:
    """Return the words behind a title without the sign that sets them off."""
    found = _SEPARATOR.match(tail)
    return _LOOSE_SIGNS.sub("", tail[found.end() :] if found else tail).strip()


def drained(fields: dict[str, Any], text: str) -> str:
    """Move the links at the end of a text, `([code](…), [PDF](…))`, and at its start into fields that are free."""
    text = text.strip()
    while "](" in text and (left := _drained_once(fields, text)) is not None:
        text = left
    return text


def _drained_once(fields: dict[str, Any], text: str) -> str | None:
    (token,) = parser().parseInline(text)
    inline = inline_of(token, 1)
    links = [link for link in inline.links if link.inline and not link.bare]
    if group := _at_end(inline, links):
        begin = inline.content.rfind("(", 0, group[0].start) if inline.content.endswith(")") else group[0].start
        if all(_takes(fields, link) for link in group):
            _take(fields, group)
            return inline.content[: begin if begin >= 0 else group[0].start].rstrip(" ,;|/·")
    first = links[0] if links else None
    if first and first.start == 0 and _takes(fields, first):
        _take(fields, [first])
        return set_off(inline.content[first.end :])
    return None


def _at_end(inline: Inline, links: Sequence[Span]) -> list[Span]:
    """Return the links that end a text: in parentheses, or each in brackets of its own."""
    text, group, end = inline.content, list[Span](), len(inline.content)
    enclosed = text.endswith(")") and not (links and links[-1].end == end)
    end -= enclosed
    for link in reversed(links):
        if not _BETWEEN.fullmatch(text[link.end : end]) or not (enclosed or bracketed(link.words)):
            break
        group.insert(0, link)
        end = link.start
    if enclosed and not text[:end].endswith("("):
        return []
    return group


def _takes(fields: dict[str, Any], link: Span) -> bool:
    role = link_role(link.words)
    return role in FURTHER_FIELDS and bool(address(link.href)) and fields.get(role or "") in (None, address(link.href))


def _take(fields: dict[str, Any], group: Sequence[Span]) -> None:
    for link in group:
        role, url = link_role(link.words), address(link.href)
        if role and url != fields.get("URL"):
            fields.setdefault(role, url)
