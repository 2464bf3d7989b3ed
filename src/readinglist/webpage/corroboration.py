"""Names that stand near the heading too: what a page tells machines about its author, it should tell its readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readinglist.webpage.clue import Clue
from readinglist.webpage.page import Page
from readinglist.webpage.texts import folded

_BY = re.compile(r"(?:by|von|par|por|di|door|av|text|autor|author|foto|words)\W*$", re.IGNORECASE)


def corroborated(clues: Iterable[Clue], page: Page) -> Iterator[Clue]:
    """Yield a clue for each list of authors whose names all stand near the heading."""
    heading = folded(page.heading.text) if page.heading else ""
    around = folded(page.before_heading + " " + page.after_heading)
    for clue in clues:
        if (
            clue.field == "author"
            and clue.value
            and all(folded(name) in around and folded(name) not in heading for name in clue.value)
        ):
            said = all(_follows_by(name, page.after_heading) for name in clue.value[:1])
            yield Clue("author", clue.value, "text near the heading", "near-heading-by" if said else "near-heading")


def _follows_by(name: str, text: str) -> bool:
    at = text.find(name)
    return at >= 0 and bool(_BY.search(text[max(0, at - 20) : at]))
