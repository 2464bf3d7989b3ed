"""reStructuredText: emphasis and roles kept apart from their neighbours by an escaped space."""

from __future__ import annotations

import re

from readinglist.citations.output.format import MARGIN, Around, Format
from readinglist.citations.richtext import Mark

_MARKS: dict[Mark, Around] = {
    ("font-style", "italic"): ("\\ *", "*\\ "),
    ("font-style", "oblique"): ("\\ *", "*\\ "),
    ("font-weight", "bold"): ("\\ **", "**\\ "),
    ("vertical-align", "sup"): ("\\ :sup:`", "`\\ "),
    ("vertical-align", "sub"): ("\\ :sub:`", "`\\ "),
}


def _escape(text: str) -> str:
    return re.sub(r"([\\*`|_])", r"\\\1", re.sub(r"\s*\n\s*", " ", text))


def _around(mark: Mark) -> Around:
    return _MARKS.get(mark, ("", ""))


FORMAT = Format(escape=_escape, around=_around, between="\n\n", displays=MARGIN)
