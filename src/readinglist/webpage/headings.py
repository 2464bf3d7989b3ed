"""Which of the headings of a page is its title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from readinglist.webpage.markup import Element, text_of
from readinglist.webpage.texts import folded, plain

# Marks to link a section by, its number, and the line above a title in which newspapers name its subject.
_NOT_OF_THE_TITLE = re.compile(
    r"headerlink|anchor|permalink|hash-link|section-number|secno|"
    r"kicker|overline|dachzeile|spitzmarke|topline|eyebrow|roofline|subtitle",
    re.IGNORECASE,
)
_HOME = re.compile(r"(?:https?:)?//[^/?#]*/?|/|(?:\.\./)*(?:\./)?(?:index\.html)?|\.", re.IGNORECASE)
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and how it was told from the others."""

    text: str
    voice: str
    element: Element


def heading_among(elements: Iterable[Element], titles: Iterable[str], sites: Collection[str]) -> Heading | None:
    """Return the heading that a title repeats, else the only one, else the first; none that names the site."""
    stated = [folded(text) for text in titles if text]
    found: list[Heading] = []
    for each in elements:
        text = plain(text_of(each, without=_NOT_OF_THE_TITLE)).rstrip("¶# ")
        if not text or folded(text) in sites or _leads_home(each):
            continue
        if any(_repeats(title, folded(text)) for title in stated):
            return Heading(text, "named-heading", each)
        found.append(Heading(text, "first-heading", each))
    if len(found) == 1:
        return replace(found[0], voice="single-heading")
    return found[0] if found else None


def _leads_home(element: Element) -> bool:
    """Tell whether a heading is a link to the front page, and so the name of the site."""
    links = (*element.iterancestors("a"), *element.iter("a"))
    return any(_HOME.fullmatch((each.get("href") or "x").strip()) for each in links)


def _repeats(title: str, heading: str) -> bool:
    """Tell whether a title begins with a heading, or is mostly made of it, or breaks off within it."""
    if len(heading) < 3:
        return False
    if title.startswith(heading) or (len(title) > 12 and heading.startswith(title)):
        return True
    return heading in title and len(heading) > _SHARE * len(title)
