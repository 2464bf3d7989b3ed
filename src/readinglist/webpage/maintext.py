"""What a page is mainly about, in words: enough to tell later whether it still is the same page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
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
_SERVES_AS_MAIN: Callable[[Element], Any] = etree.XPath("//@role[.='main']/..")
_IS_CALLED_MAIN: Callable[[Element], Any] = etree.XPath("//@id[.='content' or .='main']/..")
# A word, or one sign of a script that puts no spaces between its words.
_ALONE = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff"
_WORDS = re.compile(rf"[{_ALONE}]|[^\W_{_ALONE}]++(?:['’][^\W_{_ALONE}]++)*+")
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
    for part in _main_parts(root):
        text = plain(text_of(part, _LONGEST, without=_AROUND, tags=_FRAMES))
        words = " ".join(_WORDS.findall(text)[:_MOST_WORDS]).casefold().split()
        if len(words) >= _ENOUGH:
            return tuple(words)
        best = max(best, tuple(words), key=len)
    return best


def _main_parts(root: Element) -> Iterator[Element]:
    """Yield what can be the main part of a page, the likeliest first."""
    trees = (root, *root.itersiblings())  # what follows a stray `</html>` is a tree of its own
    named = [each for tree in trees for each in tree.iter("main", "article", "body")]
    yield from [each for each in named if each.tag == "main"][:1]
    yield from [each for each in named if each.tag == "article"][:1]
    yield from _SERVES_AS_MAIN(root)[:1]
    yield from _IS_CALLED_MAIN(root)[:1]
    yield from [each for each in named if each.tag == "body"][:1]
