"""Posts of blogs in JSON: an item of a JSON Feed, or the record of one that an archive of blogs keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from readinglist.metadata.outcome import Known, Outcome, Unreadable
from readinglist.webpage.clue import Clue
from readinglist.webpage.days import day_of
from readinglist.webpage.finish import sound
from readinglist.webpage.json_text import parse_json
from readinglist.webpage.linked_data import is_same_page
from readinglist.webpage.precedence import merged
from readinglist.webpage.schema_org import texts

_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_POST = re.compile(r'"authors?"\s*:\s*[\[{"]')
_OTHER = re.compile(r'"(?:@context|@type|metadata|message|data|issued|titles|creators)"\s*:')
_DATES = ("date_published", "published_at", "datePublished", "published")


def is_post(text: str) -> bool:
    """Tell whether a text is a JSON Feed, or the record of a post of a blog."""
    return text.lstrip()[:1] == "{" and bool(_FEED.search(text) or (_POST.search(text) and not _OTHER.search(text)))


def read_post(text: str, url: str) -> Outcome:
    """Return what JSON says about the post at this address, else of the feed itself."""
    said = parse_json(text)
    if not isinstance(said, Mapping):
        return Unreadable("this calls itself JSON and is none")
    claims = sound(merged(_said(_own(said, url))))
    return Known(claims) if any(claim.field == "title" for claim in claims) else Unreadable("this JSON names no work")


def _own(feed: Mapping[str, Any], url: str) -> Mapping[str, Any]:
    """Return the item of a feed that the address is about, else the feed itself."""
    items = feed.get("items")
    for each in items if isinstance(items, list) else ():
        if isinstance(each, Mapping) and is_same_page(str(each.get("url") or each.get("id")), url):
            return each
    return feed


def _said(said: Mapping[str, Any]) -> Iterator[Clue]:
    yield Clue("title", next(iter(texts(said.get("title"))), ""), "json title", "record")
    listed = said.get("authors")
    names = [name for each in (listed if isinstance(listed, list) else [said.get("author")]) if (name := _name(each))]
    yield Clue("author", names, "json authors", "record")
    for name in _DATES:
        yield Clue("issued", _day(said.get(name)), f"json {name}", "record")
    for name, field in (("doi", "DOI"), ("url", "URL"), ("language", "language")):
        yield Clue(field, next(iter(texts(said.get(name))), ""), f"json {name}", "record")
    yield Clue("container-title", next(iter(texts(_titled(said.get("blog")))), ""), "json blog", "record")
    yield Clue("type", "post-weblog", "json", "record")


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
