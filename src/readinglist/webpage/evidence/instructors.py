"""Courses: who teaches, by the cards that call a person an instructor, and the term near the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.kinds import term_in
from readinglist.webpage.markup import Element
from readinglist.webpage.nobody import is_person
from readinglist.webpage.page import Page
from readinglist.webpage.texts import plain

_CARDS = "//*[contains(@class, 'instructor') or contains(@class, 'lecturer') or contains(@class, 'staff')]"
_ROLE = re.compile(r"(?:course |head |co-?)?(?:instructors?|lecturers?|professors?|teachers?)", re.IGNORECASE)
_MOST_CARDS, _MOST_LINES = 60, 4


@evidence
def instructors(page: Page) -> Iterable[Clue]:
    """Who teaches the course that a page is, and in which term."""
    if not page.course:
        return
    names = [name for card in page.root.xpath(_CARDS)[:_MOST_CARDS] for name in _named(card)]
    yield Clue("author", list(dict.fromkeys(names)), "card of an instructor", "instructor")
    yield Clue("issued", term_in(page.course), "name of a course", "course")
    yield Clue("genre", "Course", "name of a course", "course")


def _named(card: Element) -> Iterator[str]:
    """Yield the name on a small card on which the only other line is the role."""
    lines = [line for each in card.iter() if (line := plain(each.text or ""))]
    if len(lines) <= _MOST_LINES and any(_ROLE.fullmatch(line) for line in lines):
        yield from [line for line in lines if is_person(line) and not _ROLE.fullmatch(line)][:1]
