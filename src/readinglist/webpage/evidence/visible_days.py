"""The day that stands near the heading: "June 18, 2025", "2022-03-30 (34 min read)", "Posted on …"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.days import days_in
from readinglist.webpage.page import Page

_CHANGED = re.compile(
    r"(?:updated|modified|edited|aktualisiert|geändert|stand|mis à jour|accessed|retrieved)\W*(?:\w+\W*)?$",
    re.IGNORECASE,
)
_NEAR = 400


@evidence
def visible_days(page: Page) -> Iterable[Clue]:
    """The first day after the heading, or the last before it; never the day of a change."""
    if page.is_manual:
        return
    after = page.after_heading[:_NEAR]
    found = sorted((at, day) for day, at in days_in(after) if not _CHANGED.search(after[:at]))
    found = found or sorted((-at, day) for day, at in days_in(page.before_heading))
    found = [each for each in found if len(each[1]) == len("2025-06-18")]
    if found:
        yield Clue("issued", found[0][1], "text near the heading", "visible")
