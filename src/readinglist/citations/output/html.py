"""HTML: italics, spans and divs with the class names that CSL tools share; DOIs and web addresses linked."""

from __future__ import annotations

import html
import re
import unicodedata

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
_MAY_BE_RAISED = re.compile(r"[^\x00-\x7f]")
_RAISED = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}
_SAFE_LINK = re.compile(r"https?://", re.IGNORECASE)


def _escape(text: str) -> str:
    text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    return text if text.isascii() else _MAY_BE_RAISED.sub(lambda found: _raised(found[0]), text)


def _raised(letter: str) -> str:
    """A superscript letter or figure as what it is: the plain one, raised."""
    known = unicodedata.decomposition(letter)
    if not known.startswith("<super> "):
        return f"<sup>{_RAISED[letter]}</sup>" if letter in _RAISED else letter
    return f"<sup>{''.join(chr(int(code, 16)) for code in known.split()[1:])}</sup>"


def _around(mark: Mark) -> Around:
    if mark in _TAGS:
        return _TAGS[mark]
    name, value = mark
    if name == "link" and _SAFE_LINK.match(value):
        return (f'<a href="{html.escape(value)}">', "</a>")
    if mark == ("vertical-align", "baseline"):
        return ('<span style="baseline">', "</span>")
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
        "indent": ('<div class="csl-indent">', "</div>\n  "),
    },
)
