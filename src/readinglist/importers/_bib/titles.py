"""The title of an entry, and which of its words keep their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from readinglist.importers._bib.raw import Raw
from readinglist.importers._protected import protected_words
from readinglist.latex.decode import plain_text

_GROUP = re.compile(r"(?<!\\)\{(?!\\)((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
_MACRO_BEFORE = re.compile(r"\\[A-Za-z]+\*?\s*\Z|\\[`'^\"~=.]\Z")


def titles(fields: dict[str, Any], raw: Raw, kind: str) -> None:
    """Take the title, its short form, what stands beside it, and the words that braces protect."""
    latex = raw.take("title")
    title, under = raw.plain(latex), raw.text("subtitle")
    fields["title"] = f"{title}: {under}" if title and under else title or under
    fields["title-short"] = raw.text("shorttitle")
    if "{" in latex:
        fields["protect"] = protected_words(_in_braces(latex), title)
    if kind in {"online", "electronic", "www", "webpage"} and "titleaddon" in raw and not fields["genre"]:
        addition = raw.text("titleaddon")
        if addition == "Video":
            fields["type"] = "motion_picture"
        else:
            fields["genre"] = addition


def _in_braces(latex: str) -> Iterator[str]:
    for found in _GROUP.finditer(latex):
        if not _MACRO_BEFORE.search(latex, 0, found.start()):
            yield plain_text(found[1])
