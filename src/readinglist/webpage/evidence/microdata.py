"""Microdata: the words of schema.org on the page's own tags."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.days import day_of
from readinglist.webpage.markup import text_of
from readinglist.webpage.nobody import is_person
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in
from readinglist.webpage.texts import plain

_ALL = "//*[@itemprop]"
_ELSEWHERE = ("comment", "review", "related", "sidebar", "recommend")


@evidence
def microdata(page: Page) -> Iterable[Clue]:
    """What `itemprop` calls the headline, the author and the day of publication."""
    by_name: dict[str, list[Any]] = {}
    for element in page.root.xpath(_ALL):
        for name in element.get("itemprop").split():
            by_name.setdefault(name, []).append(element)
    for element in by_name.get("headline", ())[:1]:
        yield Clue("title", plain(_value(element)), "itemprop=headline", "microdata")
    for name in ("author", "creator"):
        if found := _people(by_name.get(name, ()), page):
            yield Clue("author", found, f"itemprop={name}", "microdata")
            break
    for element in by_name.get("datePublished", ())[:1]:
        yield Clue("issued", day_of(_value(element)), "itemprop=datePublished", "microdata")


def _people(elements: Iterable[Any], page: Page) -> list[str]:
    """Return who the first author elements name; those of comments come with other articles."""
    found: list[str] = []
    for element in list(elements)[:20]:
        if _is_aside(element):
            continue
        named = (
            element.xpath(".//*[contains(concat(' ', @itemprop, ' '), ' name ')]")
            if element.get("itemscope") is not None
            else ()
        )
        for text in [_value(each) for each in named] or [_value(element)]:
            found += [each for each in names_in(text) if is_person(each, known=page.no_people)]
    return page.nearest(found)


def _is_aside(element: Any) -> bool:
    marks = " ".join(f"{each.get('class') or ''} {each.get('id') or ''}" for each in element.iterancestors()).lower()
    return any(word in marks for word in _ELSEWHERE)


def _value(element: Any) -> str:
    """Return what an element states: its attribute for machines, else its text."""
    stated = element.get("content") or element.get("datetime") or (element.tag == "abbr" and element.get("title"))
    return str(stated) if stated else text_of(element)
