"""Bylines: `rel=author`, classes that say author, and the line that begins with "by", near the heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.markup import Element, text_of
from readinglist.webpage.nobody import is_person
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in
from readinglist.webpage.texts import folded, plain

_ALL = "//*[contains(@class, 'uthor') or contains(@class, 'utor') or contains(@class, 'yline') or @rel='author']"
_EXACT = re.compile(
    r"(?:\S*[-_])?(?:author|byline|autor)s?(?:[-_]?(?:name|link|by|title|vcard|full|text|info|inner))*", re.IGNORECASE
)
_ASIDE = re.compile(
    r"comment|related|sidebar|recommend|teaser|(?<!post-)(?<!entry-)footer|widget|avatar|\bbio\b|quote", re.IGNORECASE
)
_ASIDE_TAGS = frozenset({"aside", "footer", "nav"})
_MOST, _LONGEST = 60, 200


@evidence
def bylines(page: Page) -> Iterable[Clue]:
    """Who stands under the heading."""
    if page.is_manual:
        return
    known = page.no_people | {folded(page.title)}
    for voice, where, elements in _kinds(page):
        found = [list(dict.fromkeys(_people(each, known))) for each in elements]
        if found := [names for names in found if names]:
            yield Clue(
                "author",
                page.nearest([name for names in found for name in names]) if voice == "relation" else found[0],
                where,
                voice,
            )


def _kinds(page: Page) -> Iterator[tuple[str, str, list[Element]]]:
    marked = [each for each in page.root.xpath(_ALL) if each.get("itemprop") is None and _says_author(each)][:_MOST]
    asides: dict[Element, bool] = {}
    own = [each for each in marked if not _is_aside(each, asides)]
    linked = [each for each in own if each.get("rel") == "author"]
    others = [each for each in own if each.get("rel") != "author"]
    yield "relation", "rel=author", linked
    yield "author-class", "class=author", [each for each in others if "byline" not in each.get("class").lower()]
    yield "byline", "class=byline", [each for each in others if "byline" in each.get("class").lower()]


def _says_author(element: Element) -> bool:
    classes = (element.get("class") or "").split()
    return element.get("rel") == "author" or any(_EXACT.fullmatch(word) for word in classes)


def _is_aside(element: Element, known: dict[Element, bool]) -> bool:
    """Tell whether an element stands in a part of the page that is about something else; `known` is what was told."""
    inner = []
    answer = False
    for each in (element, *element.iterancestors()):
        if each in known or each.tag in {"body", "html"}:
            answer = known.get(each, False)
            break
        inner.append(each)
        if each.tag in _ASIDE_TAGS or _ASIDE.search(f"{each.get('class') or ''} {each.get('id') or ''}"):
            answer = True
            break
    known.update(dict.fromkeys(inner, answer))
    return answer


def _people(element: Element, known: frozenset[str]) -> list[str]:
    text = plain(text_of(element, _LONGEST))
    return [each for each in names_in(text) if is_person(each, known=known)] if len(text) <= _LONGEST else []
