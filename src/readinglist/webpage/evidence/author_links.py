"""Links to the page of an author: `/author/pete-evans` under a name that its address repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.markup import text_of
from readinglist.webpage.nobody import is_person
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in
from readinglist.webpage.texts import folded, plain

_PLACE = re.compile(r"/(?:authors?|autore?|people|profiles?|staff|by|contributors?|redaktion|users?|team|reporters?)/")
_SHORTEST, _MOST = 4, 60


@evidence
def author_links(page: Page) -> Iterable[Clue]:
    """Whose page the link near the heading leads to."""
    if page.is_manual:
        return
    found = [each for each in page.root.iter("a") if _PLACE.search(each.get("href") or "")]
    links = ((each, name) for each in found[:_MOST] for name in names_in(plain(text_of(each))))
    names = [name for each, name in links if name in page.after_heading and _repeats(each.get("href"), name)]
    people = [name for name in names if not name.islower() and is_person(name, known=page.no_people)]
    yield Clue("author", list(dict.fromkeys(people)), "a[href] of an author", "author-link")


def _repeats(address: str, name: str) -> bool:
    words = [folded(word) for word in re.split(r"[\s.-]+", name)]
    return any(len(word) >= _SHORTEST and word in folded(address) for word in words)
