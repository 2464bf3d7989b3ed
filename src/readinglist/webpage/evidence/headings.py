"""The heading of a page and its `<title>`."""

from __future__ import annotations

from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.page import Page
from readinglist.webpage.titles import numbered


@evidence
def headings(page: Page) -> Iterable[Clue]:
    """What stands above the text and in the window's frame."""
    heading = page.heading
    if heading and not page.course and (found := numbered(heading.text, page.path)):
        yield Clue("number", found[0], "h1", "series")
        yield Clue("title", found[1], "h1", "series")
    elif heading:
        yield Clue("title", heading.text, "h1", "manual-heading" if page.is_manual else heading.voice)
    yield Clue("title", page.title, "title", "title")
