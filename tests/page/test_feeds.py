"""The feeds hold what their specifications ask for: RFC 4287 and JSON Feed 1.1; the list as JSON, all it has."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

from readinglist.exporters import find_exporter
from readinglist.model.catalog import Catalog
from readinglist.model.entry import fields_of
from tests.exporters.made import catalog_of
from tests.exporters.test_golden import every_kind
from tests.support.lists import first_catalog, full

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
PUBLISHED = {"url": "https://example.org/list/", "beside": {"feed.atom": "atom", "feed.json": "json-feed"}}


def feed(catalog: Catalog, **options: object) -> ElementTree.Element:
    return ElementTree.fromstring(find_exporter("atom")(catalog, options).encode())


def one(node: ElementTree.Element, name: str) -> ElementTree.Element:
    (found,) = node.findall(f"{ATOM}{name}")
    return found


_NEEDED = ("id", "title", "updated")


def breaches(found: ElementTree.Element) -> list[str]:
    """Return which rules of RFC 4287 a feed breaks."""
    told = []
    nodes = [found, *found.findall(f"{ATOM}entry")]
    for node in nodes:
        told += [f"{node.tag}: needs one {name}" for name in _NEEDED if len(node.findall(f"{ATOM}{name}")) != 1]
        moments = [*node.findall(f"{ATOM}updated"), *node.findall(f"{ATOM}published")]
        told += [f"no moment: {each.text}" for each in moments if not re.fullmatch(MOMENT, each.text or "")]
        if not re.match(r"(https?|urn):", one(node, "id").text or ""):
            told.append("an id is an IRI")
        if not (found.findall(f"{ATOM}author") or node.findall(f"{ATOM}author")):
            told.append("needs an author")
        told += ["a person has a name" for each in node.findall(f"{ATOM}author") if not one(each, "name").text]
        told += ["a link leads somewhere" for each in node.findall(f"{ATOM}link") if not each.get("href")]
        alternates = [
            (each.get("type"), each.get("hreflang"))
            for each in node.findall(f"{ATOM}link")
            if each.get("rel") == "alternate"
        ]
        told += ["two alternates of a type"] if len(alternates) != len(set(alternates)) else []
    ids = [one(node, "id").text for node in nodes]
    told += ["two ids are one"] if len(set(ids)) < len(ids) else []
    known = "id title subtitle updated author rights link entry published category content".split()
    return told + [each.tag for each in found.iter() if each.tag.removeprefix(ATOM) not in {*known, "feed", "name"}]


def test_the_atom_feed_is_one() -> None:
    for catalog in (first_catalog(), full(), every_kind(), Catalog()):
        assert breaches(feed(catalog)) == []
        assert breaches(feed(catalog, **PUBLISHED, license="CC-BY-4.0")) == []


def test_the_newest_entry_comes_first_and_dates_the_feed() -> None:
    found = feed(full(), **PUBLISHED)
    rows = [(one(each, "id").text, one(each, "updated").text) for each in found.findall(f"{ATOM}entry")]
    assert rows == [
        ("https://example.org/list/#kwon2023", "2025-03-02T00:00:00Z"),  # its first id, which it never loses
        ("https://example.org/list/#primer", "2025-03-01T00:00:00Z"),
        ("https://example.org/list/#tpu", "1970-01-01T00:00:00Z"),
        ("https://example.org/list/#homeless", "1970-01-01T00:00:00Z"),
    ]
    assert one(found, "updated").text == "2025-03-02T00:00:00Z"
    assert [(each.get("rel"), each.get("href")) for each in found.findall(f"{ATOM}link")] == [
        ("alternate", "https://example.org/list/"),
        ("self", "https://example.org/list/feed.atom"),
    ]
    assert [one(each, "title").text for each in feed(full(), entries=1).findall(f"{ATOM}entry")] == [
        full()["paged"].title
    ]


def test_no_text_breaks_the_atom_feed() -> None:
    found = feed(catalog_of({"title": "a ]]> <b> & \a", "annote": "<i>\u202e"}))
    assert one(one(found, "entry"), "title").text == "a ]]> <b> & "
    assert one(one(found, "entry"), "content").text == "<p>&lt;i&gt;</p>"


def json_feed(catalog: Catalog, **options: object) -> dict[str, object]:
    found: dict[str, object] = json.loads(find_exporter("json-feed")(catalog, options))
    return found


TOP = {
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "description": str,
    "language": str,
    "items": list,
}
ITEM = {
    "id": str, "url": str, "external_url": str, "title": str, "content_html": str, "content_text": str,
    "date_published": str, "authors": list, "tags": list, "language": str,
}  # fmt: skip


def test_the_json_feed_is_one() -> None:
    for catalog in (first_catalog(), full(), every_kind(), Catalog()):
        for options in ({}, PUBLISHED):
            found = json_feed(catalog, **options)
            assert found["version"] == "https://jsonfeed.org/version/1.1"
            assert [key for key, value in found.items() if not isinstance(value, TOP[key])] == []
            items = found["items"]
            assert isinstance(items, list)
            assert len({item["id"] for item in items}) == len(items)
            for item in items:
                assert [key for key, value in item.items() if not isinstance(value, ITEM[key])] == []
                assert {"content_html", "content_text"} & item.keys()
                assert re.fullmatch(MOMENT, item.get("date_published", "2025-01-01T00:00:00Z"))
                assert all(set(author) == {"name"} for author in item.get("authors", []))


def test_the_json_feed_says_a_day_only_where_somebody_noted_it() -> None:
    items = json_feed(full(), **PUBLISHED)["items"]
    assert isinstance(items, list)
    assert [(item["url"], item.get("date_published")) for item in items] == [
        ("https://example.org/list/#paged", "2025-03-02T00:00:00Z"),
        ("https://example.org/list/#primer", "2025-03-01T00:00:00Z"),
        ("https://example.org/list/#tpu", None),
        ("https://example.org/list/#homeless", None),
    ]
    assert items[0]["external_url"] == "https://doi.org/10.1145/3600006.3613165"


def test_the_list_as_json_holds_every_field_of_every_listed_entry() -> None:
    found = json.loads(find_exporter("json")(full(), {"license": "CC-BY-4.0"}))
    assert found == {
        "title": "Serving & Training",
        "description": "A list with everything.",
        "language": "en",
        "license": "CC-BY-4.0",
        "areas": {
            "serving": {"title": "Serving", "description": "How models answer."},
            "cache": {"title": "Caches", "parent": "serving"},
            "hardware": {"title": "Hardware"},
        },
        "entries": [fields_of(entry) for entry in full()],
    }
