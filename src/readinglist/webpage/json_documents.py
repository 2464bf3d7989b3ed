"""JSON that an address answers with: JSON-LD, CSL, a JSON Feed, the record of one post."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from readinglist.metadata.outcome import Known, Outcome, Unreadable
from readinglist.webpage.bibliographies import read_bibliography
from readinglist.webpage.clue import Clue
from readinglist.webpage.days import day_of
from readinglist.webpage.finish import sound
from readinglist.webpage.json_text import parse_json
from readinglist.webpage.linked_data import is_same_page, works
from readinglist.webpage.precedence import merged
from readinglist.webpage.schema_org import clues, texts

_DATES = ("date_published", "published_at", "datePublished", "published")


def read_json(text: str, url: str) -> Outcome:
    """Return what a JSON document says about the work that it is the record of."""
    said = parse_json(text)
    if said is None:
        return Unreadable("this calls itself JSON and is none")
    if found := works([said], url):
        return _known(clues(found[0], "json-ld", "json-ld", frozenset()))
    if isinstance(said, Mapping) and (isinstance(said.get("items"), list) or "authors" in said):
        return _known(_of_post(_own(said, url)))
    return read_bibliography(text)


def _known(said: Iterator[Clue]) -> Outcome:
    claims = sound(merged(said))
    return Known(claims) if any(claim.field == "title" for claim in claims) else Unreadable("this JSON names no work")


def _own(feed: Mapping[str, Any], url: str) -> Mapping[str, Any]:
    """Return the item of a feed that the address is about, else the feed itself."""
    items = feed.get("items")
    for each in items if isinstance(items, list) else ():
        if isinstance(each, Mapping) and is_same_page(str(each.get("url") or each.get("id")), url):
            return each
    return feed


def _of_post(said: Mapping[str, Any]) -> Iterator[Clue]:
    yield Clue("title", next(iter(texts(said.get("title"))), ""), "json title", "json-ld")
    listed = said.get("authors")
    names = [name for each in (listed if isinstance(listed, list) else [said.get("author")]) if (name := _name(each))]
    yield Clue("author", names, "json authors", "front-matter")
    for name in _DATES:
        yield Clue("issued", _day(said.get(name)), f"json {name}", "json-ld")
    for name, field in (("doi", "DOI"), ("url", "URL"), ("language", "language")):
        yield Clue(field, next(iter(texts(said.get(name))), ""), f"json {name}", "json-ld")
    yield Clue("container-title", next(iter(texts(_titled(said.get("blog")))), ""), "json blog", "json-ld")
    yield Clue("type", "post-weblog", "json", "json-ld")


def _titled(blog: Any) -> Any:
    return blog.get("title") if isinstance(blog, Mapping) else None


def _name(author: Any) -> str:
    if isinstance(author, Mapping) and author.get("family"):
        return f"{author['family']}, {author.get('given') or ''}".strip(", ")
    return next(iter(texts(author)), "")


def _day(value: Any) -> str | None:
    """Return the day of a date as text, or in seconds since 1970."""
    if isinstance(value, int | float) and 0 < value < 2**33:
        return datetime.fromtimestamp(value, UTC).date().isoformat()
    return day_of(value) if isinstance(value, str) else None
