"""`parsely-page` and its kin: what a page tells those who count its readers."""

from __future__ import annotations

from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.days import day_of
from readinglist.webpage.json_text import parse_json
from readinglist.webpage.nobody import is_person
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in
from readinglist.webpage.texts import plain


@evidence
def parsely(page: Page) -> Iterable[Clue]:
    """What the counters of readers are told."""
    for _, content in page.meta("parsely-page"):
        if isinstance(said := parse_json(content), dict):
            yield _clue("title", plain(str(said.get("title") or "")), "parsely-page")
            yield _clue("author", _people(str(said.get("author") or ""), page), "parsely-page")
            yield _clue("issued", day_of(str(said.get("pub_date") or "")), "parsely-page")
    yield from (_clue("title", content, name) for name, content in page.meta("parsely-title"))


def _people(text: str, page: Page) -> list[str]:
    return [name for name in names_in(text) if is_person(name, known=page.no_people)]


def _clue(field: str, value: str | list[str] | None, tag: str) -> Clue:
    return Clue(field, value, f"meta[{tag}]", "parsely")
