"""The page as a text: its weight, what other programs find in it, and that it is always the same."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from markdown_it import MarkdownIt

from readinglist.catalog_file.read import read_text
from readinglist.errors import CannotRead
from readinglist.exporters import find_exporter
from readinglist.importers import find_importer
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.sections import in_reading_order, start_of
from readinglist.page.parts import script, small
from readinglist.page.words import languages, words_in
from tests.exporters.made import catalog_of
from tests.exporters.test_golden import every_kind
from tests.support.lists import first_catalog, full

html = find_exporter("html")


def kilobytes(text: str) -> float:
    return len(gzip.compress(text.encode(), 9, mtime=0)) / 1000


def made_of_chance(count: int) -> Catalog:
    """Return a list in which hardly a word is said twice, with up to six authors and twenty words about each entry."""
    dice = random.Random(1)
    words = ["".join(dice.choices("aeioubcdfglmnprstv", k=dice.randint(2, 11))) for _ in range(5000)]

    def some(number: int) -> str:
        return " ".join(dice.choices(words, k=number)).capitalize()

    def entry(number: int) -> str:
        people = ", ".join(f"{{family: {some(1)}, given: {some(1)}}}" for _ in range(dice.randint(1, 6)))
        return (
            f"- id: entry{number}\n  type: {dice.choice(['conference', 'blog', 'book'])}\n  title: {some(8)}\n"
            f"  author: [{people}]\n  issued: {dice.randint(2000, 2025)}-{dice.randint(1, 12):02}\n"
            f"  container-title: {some(3)}\n  URL: https://{some(1)}.example/{some(1)}/{some(1)}\n"
            f"  annote: {some(20)}.\n  area: [area{number % 9}]\n"
        )

    areas = "".join(f"  area{number}: {some(2)}\n" for number in range(9))
    return read_text(f"title: Chance\nareas:\n{areas}references:\n" + "".join(map(entry, range(count))))


def test_the_first_list_weighs_at_most_25_kilobytes_and_its_script_8() -> None:
    assert kilobytes(html(first_catalog())) <= 25
    assert kilobytes(script("")) <= 8


def test_each_further_entry_weighs_at_most_600_bytes() -> None:
    many = made_of_chance(300)
    assert many.problems == ()
    few = many.only(many.entries[:13])
    assert (kilobytes(html(many)) - kilobytes(html(few))) / 287 <= 0.6


@pytest.mark.parametrize("name", ["html", "atom", "json-feed", "json"])
def test_equal_lists_give_equal_files(name: str) -> None:
    exporter = find_exporter(name)
    assert exporter(every_kind()) == exporter(every_kind())


def spans(text: str) -> list[dict[str, list[str]]]:
    found = re.findall(r'<span class="Z3988" title="([^"]*)">', text)
    return [parse_qs(unescape(title), strict_parsing=True) for title in found]


def test_zotero_finds_every_entry_with_its_type_names_identifiers_and_areas() -> None:
    found = spans(html(full()))
    assert [each["rft.type"] + each.get("rft.subject", []) for each in found] == [
        ["blogPost", "serving"],
        ["conferencePaper", "serving", "hardware", "kv-cache"],
        ["blogPost", "hardware"],
        ["document"],
    ]
    assert found[1] == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"],
        "rfr_id": ["info:sid/readinglist"],
        "rft_id": ["info:doi/10.1145/3600006.3613165", "https://doi.org/10.1145/3600006.3613165"],
        "rft.title": ["Efficient memory management with PagedAttention"],
        "rft.creator": ["Kwon, Woosuk"],
        "rft.aucorp": ["vLLM contributors"],
        "rft.source": ["SOSP"],
        "rft.date": ["2023-10-23"],
        "rft.subject": ["serving", "hardware", "kv-cache"],
        "rft.type": ["conferencePaper"],
    }


def test_zotero_finds_every_entry_of_the_first_list() -> None:
    listed = first_catalog().listed
    found = {each["rft.title"][0]: each for each in spans(html(first_catalog()))}
    assert set(found) == {entry.title for entry in listed}
    for entry in listed:
        names = found[str(entry.title)].get("rft.creator", []) + found[str(entry.title)].get("rft.aucorp", [])
        assert len(names) == len(entry.author)
        assert found[str(entry.title)]["rft.subject"] == list(entry.area)
        assert (f"info:doi/{entry.doi}" in found[str(entry.title)]["rft_id"]) == bool(entry.doi)


def as_zotero_reads(title: str) -> dict[str, str]:
    """Return the values of a ContextObject as Zotero's parser has them: in order, and without any plus."""
    pairs = (part.split("=") for part in unescape(title).split("&"))
    return {key: parse_qs(f"x={re.sub('[+]|%2[bB]', ' ', value)}")["x"][0] for key, value in pairs if value}


def test_a_plus_in_a_title_or_an_address_survives_zoteros_parser() -> None:
    made = catalog_of({"title": "C++ in depth", "URL": "https://example.org/c++"})
    (title,) = re.findall(r'title="([^"]*)"', find_exporter("coins")(made))
    read = as_zotero_reads(title)
    assert (read["rft.title"], read["rft_id"]) == ("C＋＋ in depth", "https://example.org/c%2B%2B")


def test_the_page_can_be_imported_again() -> None:
    found = find_importer("coins")(html(full()))
    assert [(entry.fields["type"], entry.fields["title"]) for entry in found.entries] == [
        (entry.type, entry.title) for entry in (full()["primer"], full()["paged"], full()["tpu"], full()["homeless"])
    ]


SCHEMA_TYPES = {"ScholarlyArticle", "BlogPosting", "Book", "Course", "WebPage", "Article", "CreativeWork"}


def test_search_engines_find_the_list_in_its_own_order() -> None:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html(first_catalog()))
    found = json.loads(text)
    listed = first_catalog().listed
    assert {key: found[key] for key in ("@context", "@type", "name", "numberOfItems")} == {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": "Further Reading",
        "numberOfItems": len(listed),
    }
    rows = found["itemListElement"]
    assert [(row["@type"], row["position"], row["item"]["name"]) for row in rows] == [
        ("ListItem", number, entry.title) for number, entry in enumerate(listed, 1)
    ]
    assert {row["item"]["@type"] for row in rows} <= SCHEMA_TYPES
    assert all(set(row["item"]) == {"@type", "name", "url"} for row in rows)


def test_a_fragment_passes_unchanged_through_markdown_and_liquid() -> None:
    shown = re.sub(r"<(style|script)>.*?</\1>", "", html(first_catalog(), {"fragment": True}), flags=re.DOTALL)
    assert MarkdownIt("commonmark", {"html": True}).render(shown).strip() == shown.strip()
    assert re.search(r"\{\{|\{%", html(first_catalog(), {"fragment": True})) is None


def test_a_page_names_the_other_forms_and_languages_of_the_list() -> None:
    beside = {
        "index.html": "html", "index.de.html": "de", "feed.atom": "atom", "list.md": "markdown",
    }  # fmt: skip
    page = html(full(), {"url": "https://example.org/list/", "beside": beside, "license": "CC-BY-4.0"})
    assert re.findall(r'<link rel="(?:alternate|canonical)"[^>]*>', page) == [
        '<link rel="canonical" href="https://example.org/list/">',
        '<link rel="alternate" type="application/atom+xml" title="Serving &amp; Training"'
        ' href="https://example.org/list/feed.atom">',
        '<link rel="alternate" type="text/markdown" href="https://example.org/list/list.md">',
        '<link rel="alternate" hreflang="en" href="https://example.org/list/">',
        '<link rel="alternate" hreflang="de" href="https://example.org/list/index.de.html">',
    ]
    footer = re.sub(r"<[^>]*>", "", page.partition("<footer>")[2].partition("</footer>")[0]).split("\n")
    assert [line for line in footer if line] == [
        "4 entries · as of 2026-08-20",
        "Licence: CC-BY-4.0",
        "Also as Atom, Markdown",
        "Languages: Deutsch",
    ]


@pytest.mark.parametrize(
    ("issued", "shown"),
    [
        ("2023-10", "2023-10"),
        ("2023/2026", "2023–2026"),
        ("2023/..", "2023–"),
        ("2023~", "~2023"),
        ("2023?", "2023?"),
        ("2025-21", "2025"),
    ],
)
def test_a_date_is_shown_no_more_precise_than_it_is_known(issued: str, shown: str) -> None:
    page = html(catalog_of({"issued": issued, "title": "T"}))
    found = re.search(r'<p class="by">(.*?)</p>', page)
    assert found
    assert re.sub("<[^>]*>", "", found[1]) == shown


def test_a_folder_of_templates_takes_the_place_of_parts_and_adds_a_theme(tmp_path: Path) -> None:
    (tmp_path / "theme.css").write_text(".readinglist { --measure: 50rem; }")
    (tmp_path / "page.html").write_text("<!doctype html><title>$title</title><style>$css</style>$body<p>Our footer")
    page = html(full(), {"templates": str(tmp_path)})
    assert page.startswith("<!doctype html><title>Serving &amp; Training</title>")
    assert page.endswith("<p>Our footer\n")
    assert ".readinglist { --measure: 50rem; }</style>" in page


def test_a_part_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.css").write_bytes(b"\xff")
    with pytest.raises(CannotRead, match=r"page\.css: this is not UTF-8 text; save it as UTF-8"):
        html(full(), {"templates": str(tmp_path)})


def test_comments_go_and_nothing_else() -> None:
    text = "/* one\n   two */\na { b: c; }\n\n  // note\n  let d = 'https://e'; // kept\n"
    assert small(text) == "a { b: c; }\nlet d = 'https://e'; // kept"


def entries(*stated: Mapping[str, Any]) -> tuple[Entry, ...]:
    return catalog_of(*stated).entries


def test_entries_stand_behind_those_that_they_need_and_a_circle_loses_none() -> None:
    def order(**needs: str) -> str:
        found = in_reading_order(entries(*({"id": name, "needs": list(given)} for name, given in needs.items())))
        return "".join(entry.id for entry in found)

    assert order(a="", b="", c="") == "abc"
    assert order(a="c", b="", c="") == "cab"
    assert order(a="b", b="c", c="a") == "cba"
    assert order(a="x", b="a") == "ab"
    chain = entries(*({"id": f"e{n}", "needs": [f"e{n + 1}"]} for n in range(3000)))
    assert [entry.id for entry in in_reading_order(chain)] == [f"e{n}" for n in reversed(range(3000))]


def test_a_start_is_only_named_where_somebody_said_so() -> None:
    plain, needed, easy, hard, needing = entries(
        {"id": "plain"},
        {"id": "needed"},
        {"id": "easy", "level": "beginner"},
        {"id": "hard", "level": "advanced"},
        {"id": "needing", "level": "beginner", "needs": ["needed"]},
    )
    assert start_of([plain, hard, easy]) == easy
    assert start_of([plain, needing, needed]) == needed
    assert start_of([plain, needed]) is None
    assert start_of([easy]) is None


def test_every_language_says_everything_and_nothing_else() -> None:
    known = words_in("en")
    for language in languages():
        words = words_in(language)
        raw = json.loads(
            Path(__file__).parents[2].joinpath(f"src/readinglist/page/languages/{language}.json").read_text()
        )
        assert raw["words"].keys() == known.words.keys(), language
        assert raw["script"].keys() == known.script.keys(), language
        assert [
            text for text in raw["words"].values() if set(text) & set("<>&\"'")
        ] == []  # they stand in HTML as they are
        for part in ("words", "script"):
            for key, text in raw[part].items():
                if isinstance(text, str):
                    assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", getattr(known, part)[key]))
        assert [key for key, _ in words.script["keys"]] == [key for key, _ in known.script["keys"]]


def test_a_language_without_words_of_its_own_gets_those_of_its_family_or_english_ones() -> None:
    assert [words_in(tag).language for tag in ("de-AT", "zh-Hans", "tlh")] == ["de", "zh", "en"]
