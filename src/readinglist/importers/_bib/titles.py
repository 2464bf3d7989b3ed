"""The title of an entry, and which of its words keep their capitals."""

from __future__ import annotations

import re
from typing import Any

from readinglist.importers._bib.raw import Raw
from readinglist.latex.decode import plain_text
from readinglist.latex.protect import protect

_GROUP = re.compile(r"(?<!\\)\{(?!\\)((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
_MACRO_BEFORE = re.compile(r"\\[A-Za-z]+\*?\s*\Z|\\[`'^\"~=.]\Z")


def titles(fields: dict[str, Any], raw: Raw, kind: str) -> None:
    """Take the title, its short form, what stands beside it, and the words that braces protect."""
    latex = raw.take("title")
    title, under = raw.plain(latex), raw.text("subtitle")
    fields["title"] = f"{title}: {under}" if title and under else title or under
    fields["title-short"] = raw.text("shorttitle")
    if "{" in latex:
        fields["protect"] = protected_words(latex, title)
    if kind in {"online", "electronic", "www", "webpage"} and "titleaddon" in raw and not fields["genre"]:
        addition = raw.text("titleaddon")
        if addition == "Video":
            fields["type"] = "motion_picture"
        else:
            fields["genre"] = addition


def protected_words(latex: str, title: str) -> list[str]:
    """Return the words in braces whose capitals the usual rule would not keep."""
    kept = None
    words: list[str] = []
    for found in _GROUP.finditer(latex):
        word = plain_text(found[1])
        if not any(map(str.isupper, word)) or word == title or "$" in word or word not in title:
            continue
        if _MACRO_BEFORE.search(latex, 0, found.start()):
            continue
        kept = protect(title) if kept is None else kept
        start = title.find(word)
        if not any(begin <= start and start + len(word) <= end for begin, end in kept):
            words.append(word)
    return list(dict.fromkeys(words))
