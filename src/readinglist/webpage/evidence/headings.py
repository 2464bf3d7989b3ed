"""The heading of a page and its `<title>`."""

from __future__ import annotations

from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.headings import heading_of
from readinglist.webpage.page import Page
from readinglist.webpage.texts import folded
from readinglist.webpage.titles import numbered, without_site


@evidence
def headings(page: Page) -> Iterable[Clue]:
    """What stands above the text and in the window's frame."""
    heading = heading_of(page)
    if heading and (found := numbered(heading.text, page.url)):
        yield Clue("number", found[0], "h1", "field-list")
        yield Clue("title", found[1], "h1", "series")
    elif heading:
        yield Clue("title", without_site(heading.text, page.site_names), "h1", heading.voice)
    title = without_site(page.title, page.site_names, folded(heading.text) if heading else "")
    yield Clue("title", title, "title", "title")
