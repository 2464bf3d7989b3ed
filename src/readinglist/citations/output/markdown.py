"""Markdown: emphasis with asterisks, links in angle brackets' place, everything else inert."""

from __future__ import annotations

import re

from readinglist.citations.output.format import MARGIN, Around, Format
from readinglist.citations.richtext import Mark

_MARKS: dict[Mark, Around] = {
    ("font-style", "italic"): ("*", "*"),
    ("font-style", "oblique"): ("*", "*"),
    ("font-weight", "bold"): ("**", "**"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("font-variant", "small-caps"): ('<span style="font-variant:small-caps">', "</span>"),
}
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~#]|^[-+=](?=\s)")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def _escape(text: str) -> str:
    one_line = re.sub(r"\s*\n\s*", " ", text)
    return _ENTITY.sub("&amp;", _SPECIAL.sub(r"\\\g<0>", one_line))


def _around(mark: Mark) -> Around:
    if mark[0] == "link" and re.match(r"https?://", mark[1]):
        target = re.sub(r"[\s<>()\\]", lambda found: f"%{ord(found[0]):02X}", mark[1])
        return ("[", f"]({target})")
    return _MARKS.get(mark, ("", ""))


FORMAT = Format(escape=_escape, around=_around, between="\n\n", displays=MARGIN)
