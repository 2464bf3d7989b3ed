"""The field lists of Sphinx, as at the head of a Python Enhancement Proposal: `Author`, `Created`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.days import day_of
from readinglist.webpage.markup import text_of
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in
from readinglist.webpage.texts import plain

_PEOPLE = frozenset({"author", "authors"})
_DATES = frozenset({"created", "date", "published"})


@evidence
def field_lists(page: Page) -> Iterable[Clue]:
    """What a document says in the list at its head."""
    for each in page.listed["dl"]:
        if "field-list" in (each.get("class") or "") or "docinfo" in (each.get("class") or ""):
            yield from _fields(dict(_pairs(each)))
            return


def _fields(said: dict[str, str]) -> Iterator[Clue]:
    for name, text in said.items():
        if name in _PEOPLE:
            yield Clue("author", names_in(text), f"field-list {name}", "field-list")
        elif name in _DATES:
            yield Clue("issued", day_of(text), f"field-list {name}", "field-list")


def _pairs(listed: object) -> Iterator[tuple[str, str]]:
    name = ""
    for each in listed:  # type: ignore[attr-defined]
        if each.tag == "dt":
            name = plain(text_of(each)).rstrip(":").lower()
        elif each.tag == "dd" and name:
            yield name, plain(text_of(each))
