"""How the authors ask to be cited, in the page itself: BibTeX in a block of code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.markup import text_of
from readinglist.webpage.page import Page
from readinglist.webpage.texts import folded, plain

_NOT_OF_THE_WORK = frozenset({"id", "custom", "URL", "accessed", "note", "keyword"})
_MOST, _LONGEST = 400, 5000


@evidence
def citation(page: Page) -> Iterable[Clue]:
    """The BibTeX entry that is about this page: its title is the page's, or its address."""
    headings = [folded(plain(text_of(each))) for each in page.listed["h1"]] + [folded(page.title)]
    headings += [folded(text) for _, text in page.meta("og:title")]
    for text in _blocks(page):
        for fields in _entries(text):
            if _is_own(fields, headings, page):
                yield from _clues(fields, page)
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


def _clues(fields: dict[str, Any], page: Page) -> Iterator[Clue]:
    for name, value in fields.items():
        if name in ("author", "editor"):
            people = [_in_reading_order(each) for each in value]
            yield Clue(name, _taken_apart(people, page), f"bibtex {name}", "citation")
        elif name not in _NOT_OF_THE_WORK and isinstance(value, str) and (name != "type" or _has_a_place(fields)):
            yield Clue(name, value, f"bibtex {name}", "citation")


def _has_a_place(fields: dict[str, Any]) -> bool:
    """Tell whether an entry is about something published, so that its type is meant: many call their posts articles."""
    return bool(fields.keys() & {"DOI", "ISBN", "volume", "page", "event-title"})


def _in_reading_order(person: dict[str, str]) -> str:
    if "literal" in person:
        return person["literal"]
    particles = (person.get("dropping-particle"), person.get("non-dropping-particle"))
    family = " ".join(part for part in (*particles, person["family"]) if part)
    return ", ".join(part for part in (family, person.get("suffix"), person.get("given")) if part)


def _taken_apart(people: list[str], page: Page) -> list[str]:
    """Return `A B, C D` as two people, where nothing in the page says that it is one."""
    if len(people) != 1 or people[0].count(", ") != 1:
        return people
    first, second = people[0].split(", ")
    if " " in first and " " in second and f"{second} {first}" not in page.after_heading:
        return [first, second]
    return people
