"""How the authors ask to be cited, in the page itself: BibTeX in a block of code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.markup import text_of
from readinglist.webpage.page import Page
from readinglist.webpage.stated import stated_clues
from readinglist.webpage.texts import folded, plain

_MOST, _LONGEST = 400, 5000


@evidence
def citation(page: Page) -> Iterable[Clue]:
    """The BibTeX entry that is about this page: its title is the page's, or its address."""
    headings = [folded(plain(text_of(each))) for each in page.listed["h1"]] + [folded(page.title)]
    headings += [folded(text) for _, text in page.meta("og:title")]
    for text in _blocks(page):
        for fields in _entries(text):
            if _is_own(fields, headings, page):
                yield from stated_clues(fields, "bibtex in the page", "citation")
                return


def _blocks(page: Page) -> Iterator[str]:
    for each in (page.listed["pre"] + page.listed["code"])[:_MOST]:
        text = text_of(each)
        if "@" in text[:200] and "{" in text and len(text) < _LONGEST:
            yield text


def _entries(text: str) -> list[dict[str, Any]]:
    from readinglist.importers import find_importer

    return [dict(each.fields) for each in find_importer("bibtex")(text).entries]


def _is_own(fields: dict[str, Any], headings: list[str], page: Page) -> bool:
    title = folded(str(fields.get("title") or ""))
    if len(title) > 5 and any(title in heading or (len(heading) > 5 and heading in title) for heading in headings):
        return True
    address = str(fields.get("URL") or "").partition("://")[2].partition("#")[0].rstrip("/")
    return "/" in address and address.removeprefix("www.") in page.url.rstrip("/")
