"""JSON-LD: the work that the page's own data describes, and none of those that it only lists."""

from __future__ import annotations

from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.linked_data import works
from readinglist.webpage.page import Page
from readinglist.webpage.schema_org import clues, kind_of


@evidence
def json_ld(page: Page) -> Iterable[Clue]:
    """What the page tells search engines."""
    found = works(page.data, page.url) if page.data else []
    for number, thing in enumerate(found[:2]):  # the article and the page around it may each have a part
        for clue in clues(thing, f"json-ld {kind_of(thing)}", "json-ld", page.no_people):
            if number == 0 or clue.field in {"author", "issued"}:
                yield clue
