"""Feeds: what RSS and Atom say about the one post that an address is about, or about the feed itself."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from readinglist.metadata.outcome import Known, Outcome, Unreadable
from readinglist.webpage.clue import Clue
from readinglist.webpage.days import day_of
from readinglist.webpage.finish import sound
from readinglist.webpage.linked_data import is_same_page
from readinglist.webpage.markup import Element
from readinglist.webpage.people import names_in
from readinglist.webpage.precedence import merged
from readinglist.webpage.texts import plain

_DATES = ("published", "pubDate", "date", "issued")


def read_feed(body: bytes, url: str) -> Outcome:
    """Return what a feed says of the post at this address, else of itself. No entity of the file is followed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return Unreadable("this calls itself a feed and cannot be read")
    posts = [each for each in root.iter("{*}item", "{*}entry") if is_same_page(_link(each), url)]
    channel = next(root.iter("{*}channel"), root)
    claims = sound(merged(_said(posts[0] if posts else channel)))
    return Known(claims) if any(claim.field == "title" for claim in claims) else Unreadable("this feed has no title")


def _said(element: Element) -> Iterator[Clue]:
    yield Clue("title", _text(element, "title"), "feed title", "dublin-core")
    people = [
        _text(each, "name") or plain("".join(each.itertext()))
        for each in element.iterchildren("{*}author", "{*}creator")
    ]
    yield Clue("author", [name for text in people for name in names_in(text)], "feed author", "prism")
    for name in _DATES:
        yield Clue("issued", day_of(_text(element, name)), f"feed {name}", "json-ld")
    yield Clue("URL", _link(element), "feed link", "address")
    yield Clue("type", "post-weblog" if element.tag.endswith(("item", "entry")) else "webpage", "feed", "meta")


def _text(element: Element, name: str) -> str:
    found = next(element.iterchildren(f"{{*}}{name}"), None)
    return plain("".join(found.itertext())) if found is not None else ""


def _link(element: Element) -> str:
    for each in element.iterchildren("{*}link"):
        if each.get("rel", "alternate") == "alternate":
            return str(each.get("href") or each.text or "").strip()
    return ""
