"""Names behind a word that says what they are: `Authors` in a list or above a block, **Author**: in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.markup import Element, text_of
from readinglist.webpage.nobody import is_person
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in
from readinglist.webpage.texts import plain

_LABEL = re.compile(r"(?:authors?|written by|autor(?:en|in)?|auteurs?)\s*:?", re.IGNORECASE)
_PLACES = ("dt", "th", "strong", "b", "h2", "h3", "h4", "h5", "h6", "span", "div", "p")
_MOST, _LONGEST = 3, 2000


@evidence
def labels(page: Page) -> Iterable[Clue]:
    """Who stands behind the word "author", where that stands near the heading."""
    if not _LABEL.search(page.after_heading):
        return
    found = (each for each in page.root.iter(*_PLACES) if _is_label(each))
    for _, each in zip(range(_MOST), found, strict=False):
        names = names_in(_said(each))
        if names and all(is_person(name, known=page.no_people) and name in page.after_heading for name in names):
            yield Clue("author", list(dict.fromkeys(names)), f"label in {each.tag}", "label")
            return


def _is_label(element: Element) -> bool:
    if element.tag in ("dt", "th"):  # in which an icon may stand
        return bool(_LABEL.fullmatch(plain(text_of(element, _LONGEST))))
    return len(element) == 0 and bool(_LABEL.fullmatch(plain(element.text or "")))


def _said(label: Element) -> str:
    """Return what stands behind a label: the rest of its paragraph, else the next element, part by part."""
    if label.tag in ("strong", "b", "span"):
        parts = [label.tail or "", *(f"{text_of(each, _LONGEST)}{each.tail or ''}" for each in label.itersiblings())]
        return plain(" ".join(parts)[:_LONGEST]).lstrip(": ")
    block = label.getnext()
    if block is None:
        return ""
    return ", ".join(plain(text_of(each, _LONGEST)) for each in (block if len(block) > 1 else (block,)))
