"""Links to the page of an author: `/author/pete-evans` under a name that its address repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.kinds import is_documentation
from readinglist.webpage.markup import text_of
from readinglist.webpage.page import Page
from readinglist.webpage.people import is_person, names_in
from readinglist.webpage.texts import folded, plain

_ALL = (
    "//a[contains(@href, '/author') or contains(@href, '/autor') or contains(@href, '/people/') or contains(@href, '/profile')"
    " or contains(@href, '/staff/') or contains(@href, '/by/') or contains(@href, '/contributor') or contains(@href, '/redaktion/')"
    " or contains(@href, '/user') or contains(@href, '/team/') or contains(@href, '/reporter')]"
)
_SHORTEST = 4


@evidence
def author_links(page: Page) -> Iterable[Clue]:
    """Whose page the link near the heading leads to."""
    if is_documentation(page):
        return
    names: list[str] = []
    for link in page.root.xpath(_ALL)[:60]:
        for name in names_in(plain(text_of(link))):
            if (
                is_person(name, known=frozenset(page.site_names))
                and _repeats(link.get("href"), name)
                and name in page.after_heading
            ):
                names.append(name)
    yield Clue("author", list(dict.fromkeys(names)), "a[href] of an author", "author-link")


def _repeats(address: str, name: str) -> bool:
    words = [folded(word) for word in re.split(r"[\s.-]+", name)]
    return any(len(word) >= _SHORTEST and word in folded(address) for word in words)
