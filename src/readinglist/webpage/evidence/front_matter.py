"""The front matter of Distill articles: YAML in the first template, JSON in the second."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.days import day_of
from readinglist.webpage.json_text import parse_json
from readinglist.webpage.page import Page
from readinglist.webpage.small_yaml import parse_small_yaml
from readinglist.webpage.texts import plain

_MARKS = re.compile(r"<sup>[^<]*</sup>|[*†‡§¶]")


@evidence
def front_matter(page: Page) -> Iterable[Clue]:
    """What the authors of a Distill article write above it."""
    for each in page.listed["script"]:
        parent = each.getparent()
        if (parent is not None and parent.tag in {"d-front-matter", "dt-front-matter"}) or each.get(
            "type"
        ) == "text/front-matter":
            text = each.text or ""
            said = parse_json(text) if text.lstrip().startswith("{") else parse_small_yaml(text)
            if isinstance(said, Mapping):
                yield from _clues(said)
                return


def _clues(said: Mapping[str, Any]) -> Iterator[Clue]:
    yield _clue("title", _text(said.get("title")), "title")
    yield _clue("author", [name for each in _listed(said.get("authors")) if (name := _name(each))], "authors")
    yield _clue("issued", day_of(_text(said.get("published") or said.get("date"))), "published")
    firm = said.get("affiliation")
    yield _clue("publisher", _text(firm.get("name") if isinstance(firm, Mapping) else firm), "affiliation")


def _name(author: Any) -> str:
    if isinstance(author, Mapping):
        author = author.get("author") or author.get("name") or next(iter(author), "")
    return plain(_MARKS.sub("", author)) if isinstance(author, str) else ""


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    return plain(value) if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _clue(field: str, value: str | list[str] | None, name: str) -> Clue:
    return Clue(field, value, f"front-matter {name}", "front-matter")
