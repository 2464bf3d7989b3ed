"""Titles without the name of their site, and the heading of a page that is its title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from readinglist.webpage.clue import Clue
from readinglist.webpage.page import Page
from readinglist.webpage.texts import folded

# A dash or a dot needs space around it; what stands in no title does not.
_SEPARATOR = re.compile(r"(\s+(?:[-–—|·•:»«/~<>]|::|--|\|\|)\s+|\s*[|｜_]\s*|\s*(?:\s-|-\s)\s*|:\s+)")
_SHORT_NAME = 3
_MOST_PIECES, _LONGEST = 15, 1000
_NUMBERED = re.compile(r"([A-Z]{2,6})[- ]?0*(\d{1,5})\s*[–—:-]+\s*(\S.*)")


def with_clean_titles(clues: Iterable[Clue], page: Page) -> Iterator[Clue]:
    """Yield clues, those of titles without the name of the site."""
    heading = folded(page.heading.text) if page.heading else ""
    for clue in clues:
        if clue.field != "title":
            yield clue
        elif 0 < len(clue.value) <= _LONGEST:
            yield replace(clue, value=without_site(clue.value, page.site_names, heading))


def without_site(title: str, sites: Collection[str], heading: str = "") -> str:
    """Return a title without the pieces at its ends that name the site; `sites` are folded.

    Where what is left of a piece is the page's heading, the piece goes whatever it is.
    """
    pieces = _SEPARATOR.split(title)
    for start, end in _runs(len(pieces)) if heading else ():
        if folded("".join(pieces[start:end])) == heading:
            return "".join(pieces[start:end]).strip()
    first, last = 0, len(pieces)
    while last - first > 1:
        kept = "".join(pieces[first:last])
        if heading and folded(kept) == heading:
            break
        named = next((at for at in range(first + 2, last, 2) if _names_site(pieces[at], sites)), None)
        if named:
            last = named - 1
        elif _names_site(pieces[first], sites):
            first += 2
        else:
            break
    return "".join(pieces[first:last]).strip()


def _runs(count: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of pieces, separators between them, the longest first."""
    count = min(count, _MOST_PIECES)
    for length in range(count, 0, -2):
        yield from ((start, start + length) for start in range(0, count - length + 1, 2))


def _names_site(piece: str, sites: Collection[str]) -> bool:
    name = folded(piece)
    return any(name == site or (len(name) > _SHORT_NAME and _is_host(name, site)) for site in sites if site)


def _is_host(name: str, site: str) -> bool:
    """Tell whether a name is a host's without its ending, or the other way round: `Ars Technica`, `arstechnica.com`."""
    return (site.startswith(name) or name.startswith(site)) and abs(len(site) - len(name)) <= 5


def numbered(title: str, path: str) -> tuple[str, str] | None:
    """Return number and title of `PEP 257 – Docstring Conventions`, where the page's address has the number too."""
    found = _NUMBERED.fullmatch(title)
    if found and re.search(rf"{found[1]}[-_/]?0*{found[2]}(?!\d)", path, re.IGNORECASE):
        return f"{found[1]} {found[2]}", found[3]
    return None
