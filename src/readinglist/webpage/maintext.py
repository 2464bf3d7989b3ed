"""What a page is mainly about, in words: enough to tell later whether it still is the same page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import etree

from readinglist.webpage.decoding import decode
from readinglist.webpage.markup import Element, text_of
from readinglist.webpage.page import Page
from readinglist.webpage.texts import plain

_AROUND = re.compile(
    r"\b(?:nav|navbar|menu|sidebar|footer|header|breadcrumbs?|comments?|cookie|consent|banner|related|share|social|toc)\b",
    re.IGNORECASE,
)
_FRAMES = frozenset({"nav", "header", "footer", "aside", "form"})
_MAIN: tuple[Callable[[Element], Any], ...] = tuple(
    map(etree.XPath, ("//main", "//article", "//*[@role='main']", "//*[@id='content' or @id='main']", "//body"))
)
# A word, or one sign of a script that puts no spaces between its words.
_ALONE = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff"
_WORDS = re.compile(rf"[{_ALONE}]|[^\W_{_ALONE}]+(?:['’][^\W_{_ALONE}]+)*")
_MOST_WORDS, _LONGEST = 5000, 200_000
_ENOUGH = 50


@dataclass(frozen=True, slots=True)
class MainText:
    """The words of a page by which it can be recognised."""

    title: str
    heading: str
    words: tuple[str, ...]
    """In small letters, in their order; each sign of Chinese or Japanese is one."""


def main_text(body: bytes, headers: Mapping[str, str], url: str) -> MainText:
    """Return title, heading and main words of a page, whatever its bytes are."""
    page = Page(decode(body, {name.lower(): value for name, value in headers.items()}), url)
    heading = page.heading.text if page.heading else ""
    return MainText(page.title, heading, words_of(page.root))


def words_of(root: Element) -> tuple[str, ...]:
    """Return the words of the first main part that has some; else of the whole page."""
    best: tuple[str, ...] = ()
    for path in _MAIN:
        for part in path(root)[:1]:
            text = plain(text_of(part, _LONGEST, without=_AROUND, tags=_FRAMES))
            words = tuple(found[0].casefold() for found in islice(_WORDS.finditer(text), _MOST_WORDS))
            if len(words) >= _ENOUGH:
                return words
            best = max(best, words, key=len)
    return best
