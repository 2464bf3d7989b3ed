"""Which addresses a text or a catalog holds, and where."""

from __future__ import annotations

import time

import pytest

from readinglist.catalog_file.read import read_catalog
from readinglist.links.collect import Links
from readinglist.links.text_links import links_in

URL = "https://example.org/a"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"[text]({URL})", [(URL, 7)]),
        (f"[text](<{URL} b>)", [(f"{URL} b", 8)]),
        (f'[text]({URL} "title")', [(URL, 7)]),
        (f"[text]({URL}_(b))", [(f"{URL}_(b)", 7)]),
        (f"![image]({URL}.png)", [(f"{URL}.png", 9)]),
        (f"[![b]({URL}1)]({URL}2)", [(f"{URL}1", 6), (f"{URL}2", 31)]),
        (f"[ref]: {URL} 'title'", [(URL, 7)]),
        (f"<{URL}>", [(URL, 1)]),
        (f"see {URL}.", [(URL, 4)]),
        (f"(see {URL}_(b))", [(f"{URL}_(b)", 5)]),
        (f"(see {URL})", [(URL, 5)]),
        (f"**{URL}**", [(URL, 2)]),
        (f"| {URL} | {URL}2 |", [(URL, 2), (f"{URL}2", 26)]),
        (f'<a href="{URL}?b&amp;c">', [(f"{URL}?b&c", 9)]),
        (f"<a href='{URL}'><img src=\"{URL}2\">", [(URL, 9), (f"{URL}2", 42)]),
        (f"[text]({URL}\\_b)", [(f"{URL}_b", 7)]),
        ("[mail](mailto:a@example.org)", [("mailto:a@example.org", 7)]),
        ("[bad](javascript:alert(1))", [("javascript:alert(1)", 6)]),
        (f"`{URL}`", []),
        (f"```\n{URL}\n```\n{URL}", [(URL, 30)]),
        (f"~~~ text\n{URL}\n~~~", []),
        (f"<!-- {URL} -->", []),
        ("[local](docs/a.md) [part](#part) [root](/a)", []),
        ("a sentence about http:// and https://", []),
    ],
)
def test_links_in_markdown(text: str, found: list[tuple[str, int]]) -> None:
    assert list(links_in(text)) == found


def test_html_has_links_in_attributes_alone() -> None:
    assert list(links_in(f"<p>{URL} <a href={URL}>", html=True)) == []
    assert list(links_in(f'<p>{URL} <a HREF = "{URL}">', html=True)) == [(URL, 36)]


@pytest.mark.parametrize(
    "nasty",
    ["[" * 50_000, "](" * 50_000, "<a " * 30_000, "`" * 50_000, "<!--" * 30_000, "](http://" * 20_000,
     "```\n" * 20_000, "(" * 50_000 + URL, f"{URL}(" * 5_000, "` " * 50_000, "http://a" + ")" * 50_000],
)  # fmt: skip
def test_no_text_takes_long(nasty: str) -> None:
    began = time.monotonic()
    list(links_in(nasty))
    assert time.monotonic() - began < 2


CATALOG = """\
references:
- id: a
  title: A
  DOI: 10.1234/abc
  arxiv: "2309.06180"
  github: owner/name
  URL: https://example.org/a
  link: https://example.org/b
  annote: |
    See [this](https://example.org/a) too.
- {id: b, title: B, pdf: "https://example.org/a#page=2", related: [a]}
"""


def test_every_address_of_a_catalog_once_with_its_places() -> None:
    catalog = read_catalog({"catalog.yaml": CATALOG.encode()})
    assert not catalog.problems
    links = Links()
    links.add_catalog(catalog)
    told = {url: [str(catalog.position(place)) for place in places] for url, places in links.places.items()}
    assert told == {
        "https://example.org/a": ["catalog.yaml:7:8", "catalog.yaml:9:11"],
        "https://example.org/b": ["catalog.yaml:8:9"],
        "https://doi.org/10.1234/abc": ["catalog.yaml:4:8"],
        "https://arxiv.org/abs/2309.06180": ["catalog.yaml:5:10"],
        "https://github.com/owner/name": ["catalog.yaml:6:11"],
        "https://example.org/a#page=2": ["catalog.yaml:11:26"],
    }


def test_lines_of_a_text() -> None:
    links = Links()
    links.add_lines("-", f"{URL}\n\n  {URL}2  \r\ndoi:10.1/x\n")
    told = {
        url: [links.written["-"].line_column(place.offset or 0) for place in each] for url, each in links.places.items()
    }
    assert told == {URL: [(1, 1)], f"{URL}2": [(3, 3)], "https://doi.org/10.1/x": [(4, 1)]}
