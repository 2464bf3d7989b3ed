"""`<time>`: the only one of a page is right more often than the first of several."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.days import day_of
from readinglist.webpage.markup import text_of
from readinglist.webpage.page import Page

_CHANGED = re.compile(r"updat|modif|dtend|event|comment", re.IGNORECASE)


@evidence
def times(page: Page) -> Iterable[Clue]:
    """When the page's own clock stands."""
    days = [
        day
        for each in page.listed["time"][:30]
        if not _is_other(each) and (day := day_of(each.get("datetime") or text_of(each)))
    ]
    if days:
        yield Clue("issued", days[0], "time", "single-time" if len(set(days)) == 1 else "first-time")


def _is_other(element: Any) -> bool:
    around = (element, *list(element.iterancestors())[:6])
    return any(
        _CHANGED.search(f"{each.get('class') or ''} {each.get('itemprop') or ''} {each.get('id') or ''}")
        for each in around
    )
