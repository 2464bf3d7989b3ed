"""How the page asks to be cited in words: "Cited as: Weng, Lilian. (Jan 2023). Large Transformer Model …"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.days import day_of
from readinglist.webpage.markup import text_of
from readinglist.webpage.nobody import is_person
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in
from readinglist.webpage.texts import plain

_ASKS = re.compile(
    r"\b(?:cited? (?:this )?(?:\w+ )?as|for attribution|how to cite|to cite this)\b[^:]{0,60}:?", re.IGNORECASE
)
_PLACES = ("blockquote", "pre", "p", "div", "li", "section")
_YEAR = re.compile(r"[.,(\s]*\(?((?:[A-Z][a-z]{2,8}\.? )?(?:\d\d?, )?(?:19|20)\d\d)\)?[.,:\s\"“]*$")
_LONGEST = 500


@evidence
def cite_as(page: Page) -> Iterable[Clue]:
    """Who stands before the title where the page says how to cite it."""
    if page.heading is None:
        return
    for text in _statements(page):
        before, title, _ = text.partition(page.heading.text)
        if not title:
            continue
        year = _YEAR.search(before)
        names = names_in((before[: year.start()] if year else before).strip(' .,"“'))
        people = [name for name in names if is_person(name, known=page.no_people)]
        if people and people == names and "et al" not in before:
            yield Clue("author", people, "cite as", "cite-as")
        yield Clue("issued", day_of(year[1]) if year else None, "cite as", "cite-as")
        return


def _statements(page: Page) -> Iterable[str]:
    """Yield the short texts that begin after an invitation to cite, in the same element or in the next."""
    for each in page.root.iter(*_PLACES):
        text = each.text or ""
        if not ("cite" in text or "Cite" in text or "ttribution" in text) or (found := _ASKS.search(text)) is None:
            continue
        own = plain(text_of(each))
        following = each.getnext()
        yield own[found.end() :][:_LONGEST]
        if following is not None:
            yield plain(text_of(following))[:_LONGEST]
