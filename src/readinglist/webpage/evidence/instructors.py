"""Courses: who teaches, by the cards that call a person an instructor, and the term near the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.linked_data import works
from readinglist.webpage.markup import Element
from readinglist.webpage.nobody import is_person
from readinglist.webpage.page import Page
from readinglist.webpage.schema_org import kind_of, texts
from readinglist.webpage.texts import plain

_CARDS = "//*[contains(@class, 'instructor') or contains(@class, 'lecturer') or contains(@class, 'staff')]"
_ROLE = re.compile(r"(?:course |head |co-?)?(?:instructors?|lecturers?|professors?|teachers?)", re.IGNORECASE)
_TERM = re.compile(
    r"\b(spring|summer|fall|autumn|winter)(?: term| semester| quarter)?[ ,/_-]{0,3}(20\d\d)(?!\d)", re.IGNORECASE
)
_NUMBER = re.compile(  # CS 336, CSE-599W, 6.5940, 15-442; no COVID-19
    r"\b(?:[A-Z]{2,5} ?\d{2,4}[A-Za-z]{0,2}|[A-Z]{2,5}-\d{3}[A-Za-z]{0,2}|\d\d?\.S?\d{2,5}|\d\d-\d{3})\b"
)
_SEASONS = {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}
_MOST_CARDS, _MOST_LINES, _NEAR = 60, 4, 100


@evidence
def instructors(page: Page) -> Iterable[Clue]:
    """Who teaches the course that a page is, and in which term: it says so, or has a course's number and a term."""
    stated = _stated_name(page)
    where, told = ("json-ld Course.name", stated) if stated else ("text near the heading", _heading_of_a_course(page))
    if not told:
        return
    names = [name for card in page.root.xpath(_CARDS)[:_MOST_CARDS] for name in _named(card)]
    yield Clue("author", list(dict.fromkeys(names)), "card of an instructor", "instructor")
    if found := _TERM.search(told):
        yield Clue("issued", f"{found[2]}-{_SEASONS[found[1].lower()]}", where, "course")
        yield Clue("genre", "Course", where, "course")


def _stated_name(page: Page) -> str:
    """Return the name of the course that a page's data describe."""
    things = works(page.data, page.url) if page.data else []
    return next((" ".join(texts(each.get("name"))) for each in things if kind_of(each) == "course"), "")


def _heading_of_a_course(page: Page) -> str:
    """Return what stands about the heading of a page that has the number of a course and a term there."""
    if page.is_blog or any(kind == "article" for _, kind in page.meta("og:type")):
        return ""
    heading = f"{page.title} {page.heading.text if page.heading else ''}"
    told = f"{heading} {page.after_heading[:_NEAR]} {page.path}"
    return told if _NUMBER.search(heading) and _TERM.search(told) else ""


def _named(card: Element) -> Iterator[str]:
    """Yield the name on a small card on which the only other line is the role."""
    lines = [line for each in card.iter() if (line := plain(each.text or ""))]
    if len(lines) <= _MOST_LINES and any(_ROLE.fullmatch(line) for line in lines):
        yield from [line for line in lines if is_person(line) and not _ROLE.fullmatch(line)][:1]
