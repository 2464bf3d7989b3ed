"""The first catalog and its lists: the five renderings of one list, from one file."""

import json
import os
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from readinglist.catalog_file.format import formatted
from readinglist.catalog_file.read import read_files
from readinglist.config import read_config
from readinglist.exporters import find_exporter
from readinglist.linting import lint
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Severity

ROOT = Path(__file__).parents[1]
NEWER = {"domain-specific-architectures", "jouppi2020"}
AREAS = {
    "hardware": ["tpu-deep-dive", "domain-specific-architectures", "jouppi2020"],
    "performance": ["brrrr", "cuda-mmm", "highperf-llms-2024"],
    "jax": ["pallas-tpu", "distributed-arrays"],
    "broader": ["pope2022", "ultrascale-playbook", "transformer-inference-arithmetic", "cs336", "ml-engineering"],
}


@cache
def catalog() -> Catalog:
    return read_files([ROOT / "catalog/further-reading.yaml"])


def export(name: str) -> str:
    """The text of a file under exports/, as it would be written now."""
    settings = read_config(ROOT / "readinglist.toml").settings.exports[name]
    return find_exporter(settings.format)(catalog(), settings.options)


def seed(number: int) -> str:
    found = sorted((corpus().parent / "seeds").glob(f"{number:03}_*.txt"))
    if not found:
        pytest.skip("the renderings of the first list are not beside the corpus that READINGLIST_CORPUS names")
    return found[0].read_text("utf-8")


def corpus() -> Path:
    if not (named := os.environ.get("READINGLIST_CORPUS")):
        pytest.skip("READINGLIST_CORPUS names no corpus")
    return Path(named)


def bullets(text: str, sign: str) -> list[str]:
    """The items of the list itself in a rendering of the whole page."""
    _, _, after = text.partition("There is a bunch of related writing, including the following:")
    return [line for line in after.splitlines() if line.startswith(f"{sign} ")]


def read_aloud(inline: Token) -> str:
    return "".join(token.content for token in inline.children or ())


def tables(text: str) -> list[list[list[str]]]:
    """The cells of every row below the head, of every table that shows resources."""
    found: list[list[list[str]]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and token.level > 3:
            found[-1][-1].append(read_aloud(token))
    return [rows for head, *rows in found if head == ["Resource", "Focus"]]


def test_it_reads_without_a_problem_and_is_in_canonical_form() -> None:
    (written,) = catalog().written.values()
    assert catalog().problems == ()
    assert formatted(written) == written.text


def test_no_rule_has_anything_to_warn_of() -> None:
    assert [found for found in lint(catalog()) if found.severity.reaches(Severity.WARNING)] == []
    assert [entry.id for entry in catalog() if entry.check] == []


def test_it_holds_the_thirteen_references_in_the_order_of_the_book_and_the_book() -> None:
    assert (
        [entry.id for entry in catalog()]
        == """
        tpu-deep-dive domain-specific-architectures jouppi2020 brrrr pallas-tpu cuda-mmm distributed-arrays
        highperf-llms-2024 pope2022 ultrascale-playbook transformer-inference-arithmetic cs336 ml-engineering
        scaling-book
    """.split()
    )
    assert [entry.id for entry in catalog() if not entry.listed] == ["scaling-book"]
    assert {name: [entry.id for entry in catalog() if name in entry.area] for name in catalog().areas} == AREAS


@pytest.mark.parametrize("name", ["further-reading.md", "by-area.md", "by-area-tables.md"])
def test_the_committed_lists_are_what_the_catalog_says(name: str) -> None:
    assert (ROOT / "exports" / name).read_text("utf-8") == export(name)


def test_the_first_edition_is_the_list_without_the_two_newer_entries() -> None:
    edition = catalog().edition("first-reading-list")
    assert [entry.id for entry in edition] == [entry.id for entry in catalog().listed if entry.id not in NEWER]
    lines = find_exporter("markdown")(edition).splitlines()
    assert len(lines) == 11
    assert set(lines) < set(export("further-reading.md").splitlines())


def test_the_tables_have_a_row_for_each_entry_of_their_area() -> None:
    text = export("by-area-tables.md")
    assert re.findall("^## (.*)$", text, re.MULTILINE) == [area.title for area in catalog().areas.values()]
    assert tables(text) == [
        [[catalog()[name].shown_title, catalog()[name].annotation()] for name in names] for names in AREAS.values()
    ]


@pytest.mark.corpus
def test_the_first_edition_is_the_first_rendering_byte_for_byte() -> None:
    published = bullets(seed(0), "*")
    assert len(published) == 11
    assert find_exporter("markdown")(catalog().edition("first-reading-list")).splitlines() == published
    assert [line for line in export("further-reading.md").splitlines() if line in published] == published


@pytest.mark.corpus
def test_the_list_read_aloud_is_the_second_rendering() -> None:
    spoken = [read_aloud(token) for token in listed(export("further-reading.md"))]
    assert spoken == [line[2:] for line in bullets(seed(1), "-")]


def listed(text: str) -> Sequence[Token]:
    return [token for token in MarkdownIt("commonmark").parse(text) if token.type == "inline" and token.level > 1]


@pytest.mark.corpus
def test_the_tables_have_the_order_of_the_renderings_by_area() -> None:
    gold = json.loads((corpus() / "curation/first-catalog/gold.json").read_text("utf-8"))["entries"]
    ids = {title: each["id"] for each in gold for title in [each["title"], *each.get("variants", [])]}
    by_area = [[ids[title] for title in titles] for titles in resources(seed(4))]
    assert by_area == list(AREAS.values())
    headings = [area.title for area in catalog().areas.values()]
    assert [line for line in seed(3).splitlines() if line in headings] == headings


def resources(text: str) -> list[list[str]]:
    """The first cells of each table of resources, in a text whose tables have lost the blank lines between them."""
    table = r"^\| Resource \| Focus \|\n\|---\|---\|\n((?:(?!\| Resource)\|.*\n)+)"
    return [[row.split("|")[1].strip() for row in rows.splitlines()] for rows in re.findall(table, text, re.MULTILINE)]
