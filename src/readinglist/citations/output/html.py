"""HTML: italics, spans and divs with the class names that CSL tools share; DOIs and web addresses linked."""

from __future__ import annotations

import html
import re

from readinglist.citations.output.format import Around, Format
from readinglist.citations.richtext import Mark

_TAGS: dict[Mark, Around] = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-style", "oblique"): ("<em>", "</em>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
}
_STYLED = {"font-style", "font-weight", "font-variant", "text-decoration", "vertical-align"}
_SUPERSCRIPTS = dict(zip("ªº⁰¹²³⁴⁵⁶⁷⁸⁹ʳᵉʰˢᵗⁿᵈᵒᵃ", "ao0123456789rehstndoa", strict=True))
_SUPERSCRIPT = re.compile(f"[{''.join(_SUPERSCRIPTS)}]")
_SAFE_LINK = re.compile(r"https?://", re.IGNORECASE)


def _escape(text: str) -> str:
    text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    return _SUPERSCRIPT.sub(lambda found: f"<sup>{_SUPERSCRIPTS[found[0]]}</sup>", text)


def _around(mark: Mark) -> Around:
    if mark in _TAGS:
        return _TAGS[mark]
    name, value = mark
    if name == "link" and _SAFE_LINK.match(value):
        return (f'<a href="{html.escape(value)}">', "</a>")
    if name in _STYLED:
        return (f'<span style="{name}:{html.escape(value)};">', "</span>")
    return ("", "")


FORMAT = Format(
    escape=_escape,
    around=_around,
    entry=('  <div class="csl-entry">', "</div>\n"),
    bibliography=('<div class="csl-bib-body">\n', "</div>"),
    between="",
    displays={
        "block": ('\n\n    <div class="csl-block">', "</div>\n"),
        "left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
        "right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
        "indent": ('\n    <div class="csl-indent">', "</div>\n  "),
    },
)
