"""Which of the headings of a page is its title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from readinglist.webpage.page import Page, text_of
from readinglist.webpage.texts import folded, plain

_MARKS = frozenset({"headerlink", "anchor", "permalink", "header-anchor", "hash-link", "heading-anchor", "anchor-link"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and how it was told from the others."""

    text: str
    voice: str
    element: Any


def heading_of(page: Page) -> Heading | None:
    """Return the heading that the page's title repeats, else the only one, else the first; none that names the site."""
    found = [(plain(text_of(each, without=_MARKS)).rstrip("¶ "), each) for each in page.listed["h1"]]
    found = [(text, each) for text, each in found if text and folded(text) not in page.site_names]
    stated = [folded(text) for text in (page.title, *(text for _, text in page.meta("og:title"))) if text]
    for text, each in found:
        if any(_shared(folded(text), title) for title in stated):
            return Heading(text, "named-heading", each)
    if not found:
        return None
    return Heading(*found[0][:1], "single-heading" if len(found) == 1 else "first-heading", found[0][1])


def _shared(heading: str, title: str) -> bool:
    """Tell whether a title repeats a heading, whole or but for its end."""
    return len(heading) > 2 and (heading in title or (len(title) > 12 and heading.startswith(title)))
