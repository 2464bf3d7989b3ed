"""`<meta name=author>`: a person, the site, the firm that made the theme, or nobody; right about every second time."""

from __future__ import annotations

from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.nobody import is_person
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in

_TAGS = (
    "author", "sailthru.author", "article.author", "byl", "dcsext.author", "parsely-author", "cxenseparse:author",
    "rnews:author", "authors", "article:author_name", "mediator_author",
)  # fmt: skip


@evidence
def meta_author(page: Page) -> Iterable[Clue]:
    """Who the head of the page names; in a manual that is the project's owner, so nobody."""
    if page.is_manual:
        return
    for tag in _TAGS:
        names = [each for _, text in page.meta(tag) for each in names_in(text)]
        if people := list(dict.fromkeys(each for each in names if is_person(each, known=page.no_people))):
            yield Clue("author", people, f"meta[{tag}]", "meta")
            return
