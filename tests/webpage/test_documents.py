"""Answers that are no HTML: feeds, posts in JSON, bibliographies; and a page as a source."""

from __future__ import annotations

import json

from readinglist.metadata.outcome import Known, Unreadable
from readinglist.metadata.subject import Subject
from readinglist.sources._source import Keys
from readinglist.sources.page import page
from readinglist.web.messages import Answer, Question
from readinglist.webpage.read import read_page

URL = "https://notes.example.org/on-memory"
KWON = {"family": "Kwon", "given": "Woosuk"}
RSS = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Notes</title>
<item><title>Another</title><link>https://notes.example.org/other</link></item>
<item><title>On memory &amp;amp; more</title><link>https://notes.example.org/on-memory/</link>
<dc:creator>Woosuk Kwon</dc:creator><pubDate>Fri, 01 Mar 2024 08:00:00 GMT</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><entry><title>On memory</title>
<link rel="edit" href="x"/><link href="https://notes.example.org/on-memory"/><published>2024-03-01T08:00:00Z</published>
<updated>2025-01-01T00:00:00Z</updated><author><name>Woosuk Kwon</name></author></entry></feed>"""


def claims(body: str | bytes, kind: str = "", url: str = URL) -> dict[str, object]:
    found = read_page(body if isinstance(body, bytes) else body.encode(), {"content-type": kind}, url)
    assert isinstance(found, Known), found
    return {claim.field: claim.value for claim in found.claims}


def test_a_feed_is_read_for_the_post_at_this_address() -> None:
    post = {"title": "On memory", "author": [KWON], "issued": "2024-03-01", "URL": URL, "type": "post-weblog"}

    assert claims(RSS) == post | {"title": "On memory & more", "URL": f"{URL}/"}
    assert claims(ATOM) == post


def test_a_feed_that_lists_other_things_is_only_called_by_its_name() -> None:
    assert claims(RSS, url="https://notes.example.org/feed.xml") == {"title": "Notes", "type": "webpage"}


def test_no_entity_of_a_feed_is_followed() -> None:
    tricks = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY % more SYSTEM "http://192.0.2.1/x"> %more;]>
    <rss><channel><title>Notes &file;&b;</title></channel></rss>"""

    assert claims(tricks) == {"title": "Notes", "type": "webpage"}


def test_a_json_feed_and_a_post_of_it_are_read() -> None:
    post = {
        "title": "On memory", "url": URL, "authors": [{"given": "Woosuk", "family": "Kwon"}],
        "published_at": 1709280000, "doi": "https://doi.org/10.59350/abcde", "blog": {"title": "Notes"},
    }  # fmt: skip
    expected = {
        "title": "On memory", "author": [KWON], "issued": "2024-03-01", "DOI": "10.59350/abcde", "URL": URL,
        "container-title": "Notes", "type": "post-weblog",
    }  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Notes", "items": [{"url": "x"}, post]}

    assert claims(json.dumps(post)) == expected
    assert claims(json.dumps(feed)) == expected


def test_bibliographies_and_json_ld_are_read_as_everywhere() -> None:
    assert claims("@article{a, title={On Memory}, author={Kwon, Woosuk}, year=2024}", "text/plain")["author"] == [KWON]
    assert claims('{"@context": "https://schema.org", "@type": "Book", "name": "On Memory"}')["title"] == "On Memory"
    assert read_page(b"{]", {"content-type": "application/json"}, URL).__class__ is Unreadable


def test_a_page_is_a_source_for_any_address() -> None:
    subject = Subject("url", URL)
    asked = page.question(subject, Keys())

    assert isinstance(asked, Question) and asked.url == URL and asked.body_limit == 5_000_000
    known = page.read(subject, Answer(URL, 200, {"content-type": "text/html"}, b"<html><h1>On memory</h1>"))
    assert isinstance(known, Known) and known.claims[1].value == "On memory"
