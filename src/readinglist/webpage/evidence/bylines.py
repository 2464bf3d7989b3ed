"""Bylines: `rel=author`, classes that say author, and the line that begins with "by", near the heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.kinds import is_documentation
from readinglist.webpage.markup import text_of
from readinglist.webpage.nobody import is_person
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in
from readinglist.webpage.texts import folded, plain

_ALL = "//@class[contains(., 'uthor') or contains(., 'utor') or contains(., 'yline')]/.. | //*[@rel='author']"
_EXACT = re.compile(
    r"(?:\S*[-_])?(?:author|byline|autor)s?(?:[-_]?(?:name|link|by|title|vcard|full|text|info|inner))*", re.IGNORECASE
)
_ASIDE = re.compile(r"comment|related|sidebar|recommend|teaser|footer|widget|avatar|bio\\b|quote", re.IGNORECASE)
_LONGEST = 200


@evidence
def bylines(page: Page) -> Iterable[Clue]:
    """Who stands under the heading."""
    if is_documentation(page):
        return
    known = page.no_people | {folded(page.title)}
    for voice, where, elements in _kinds(page):
        found = [list(dict.fromkeys(_people(each, known))) for each in elements[:40]]
        if found := [names for names in found if names]:
            first = found[0] if voice != "relation" else _joined(found)
            yield Clue("author", first, where, voice)


def _kinds(page: Page) -> Iterator[tuple[str, str, list[Any]]]:
    elements = [each for each in page.root.xpath(_ALL) if not _is_aside(each)]
    own = [each for each in elements if each.get("itemprop") is None]
    yield "relation", "rel=author", [each for each in own if each.get("rel") == "author"]
    marked = [each for each in own if each.get("rel") != "author" and _says_author(each)]
    yield "author-class", "class=author", [each for each in marked if "byline" not in each.get("class").lower()]
    yield "byline", "class=byline", [each for each in marked if "byline" in each.get("class").lower()]


def _says_author(element: Any) -> bool:
    return any(_EXACT.fullmatch(word) for word in (element.get("class") or "").split())


def _is_aside(element: Any) -> bool:
    around = (element, *element.iterancestors())
    return any(
        each.tag in {"aside", "footer", "nav"} or _ASIDE.search(f"{each.get('class') or ''} {each.get('id') or ''}")
        for each in around
        if each.tag not in {"body", "html"}
    )


def _people(element: Any, known: frozenset[str]) -> list[str]:
    text = plain(text_of(element))
    return [each for each in names_in(text) if is_person(each, known=known)] if len(text) <= _LONGEST else []


def _joined(found: list[list[str]]) -> list[str]:
    return list(dict.fromkeys(name for names in found for name in names))
