"""Courses: who teaches, by the cards that call a person an instructor, and the term in the title."""

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
_TERM = re.compile(r"\b(spring|summer|fall|autumn|winter)(?: term| semester)?,? (20\d\d)\b", re.IGNORECASE)
_SEASONS = {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}
_MOST_CARDS, _MOST_LINES = 60, 4


@evidence
def instructors(page: Page) -> Iterable[Clue]:
    """Who teaches the course that a page says it is, and in which term."""
    things = works(page.data, page.url) if page.data else []
    course = next((each for each in things if kind_of(each) == "course"), None)
    if course is None:
        return
    names = [name for card in page.root.xpath(_CARDS)[:_MOST_CARDS] for name in _named(card)]
    yield Clue("author", list(dict.fromkeys(names)), "card of an instructor", "instructor")
    if found := _TERM.search(" ".join(texts(course.get("name")))):
        yield Clue("issued", f"{found[2]}-{_SEASONS[found[1].lower()]}", "json-ld Course.name", "course")


def _named(card: Element) -> Iterator[str]:
    """Yield the name on a small card on which the only other line is the role."""
    lines = [line for each in card.iter() if (line := plain(each.text or ""))]
    if len(lines) <= _MOST_LINES and any(_ROLE.fullmatch(line) for line in lines):
        yield from [line for line in lines if is_person(line) and not _ROLE.fullmatch(line)][:1]
