"""Feeds: what RSS and Atom say about the one post that an address is about, or about the feed itself."""

from __future__ import annotations

import re
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

_FEED = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL
)
_LOOKED_AT = 4000
_DATES = ("published", "pubDate", "date", "issued")


def is_feed(text: str) -> bool:
    """Tell whether a text is RSS or Atom."""
    return bool(_FEED.match(text[:_LOOKED_AT]))


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
    yield Clue("title", _text(element, "title"), "feed title", "record")
    people = [_text(each, "name") or _words(each) for each in element.iterchildren("{*}author", "{*}creator")]
    yield Clue("author", [name for text in people for name in names_in(text)], "feed author", "record")
    for name in _DATES:
        yield Clue("issued", day_of(_text(element, name)), f"feed {name}", "record")
    yield Clue("URL", _link(element), "feed link", "record")
    yield Clue("type", "post-weblog" if element.tag.endswith(("item", "entry")) else "webpage", "feed", "record")


def _text(element: Element, name: str) -> str:
    found = next(element.iterchildren(f"{{*}}{name}"), None)
    return _words(found) if found is not None else ""


def _words(element: Element) -> str:
    return plain("".join(element.xpath(".//text()")))  # which leaves out what entities would be


def _link(element: Element) -> str:
    for each in element.iterchildren("{*}link"):
        if each.get("rel", "alternate") == "alternate":
            return str(each.get("href") or each.text or "").strip()
    return ""
