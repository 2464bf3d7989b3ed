"""Twenty real lists: nothing is lost, what was read is right, and reading what was written changes nothing."""

import os
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from readinglist.exporters import find_exporter
from readinglist.importers import Imported, find_importer
from readinglist.regioning import with_regions
from tests.markdown import oracle

pytestmark = pytest.mark.corpus

EVERYTHING = {
    "layout": "areas", "title": True, "links": True, "details": True, "tasks": True, "blocks": True, "other": "",
}  # fmt: skip
NAMES = """
    DefTruth EbookFoundation HuaizhengZhang charlax dair-ai danluu gpu-mode izackwu jax-ml jwasham kdeldycke mli
    n2cholas ossu papers-we-love prakhar1989 sindresorhus stas00 terryum vinta
""".split()

# What the second reader sees otherwise, where an item is a part of the work above it or a label names no work.
KNOWN_TO_DIFFER = 0.01


def corpus() -> Path:
    if not (named := os.environ.get("READINGLIST_CORPUS")):
        pytest.skip("READINGLIST_CORPUS names no corpus")
    return Path(named) / "curation"


@cache
def text(name: str) -> str:
    (file,) = corpus().glob(f"markdown-list/{name}+*")
    return file.read_text("utf-8")


@cache
def read(name: str) -> Imported:
    return find_importer("markdown")(text(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_address_is_in_an_entry_or_told(name: str) -> None:
    found = read(name)
    told = {each.message.split(" is in no entry")[0] for each in found.findings}
    kept = "\n".join(str(value) for each in found.entries for value in each.fields.values())
    assert {url for url in oracle.addresses(text(name)) - told if url not in kept} == set()


def test_items_that_begin_with_a_link_are_entries_with_its_words() -> None:
    wrong: Counter[str] = Counter()
    total = 0
    for name in NAMES:
        found = read(name)
        by_place = {(found.position(each).line, each.fields.get("URL")): each.fields for each in found.entries}
        kept = "\n".join(str(each.fields) for each in found.entries)
        for item in oracle.items(text(name)):
            fields = by_place.get((item.line, item.url))
            if fields is None and item.url in kept:
                continue  # a part of the work above it
            total += 1
            wrong.update(mistakes(found, fields, item))
    assert total > 4000
    assert sum(wrong.values()) <= KNOWN_TO_DIFFER * total, (wrong, total)


def mistakes(found: Imported, fields: object, item: oracle.Expected) -> list[str]:
    if not isinstance(fields, dict):
        return ["no entry"]
    title = fields.get("label") or fields["title"]
    everything = oracle.words(f"{fields} presentation")  # what `slides` was called
    area = found.areas[fields["area"][0]].title if "area" in fields else ""
    wrong = {
        "title": str(title) != item.title,
        "annotation": not oracle.words(item.said) <= everything,
        "section": not oracle.words(area) <= oracle.words(item.section),
    }
    return [kind for kind, is_wrong in wrong.items() if is_wrong]


@pytest.mark.parametrize("name", NAMES)
def test_reading_what_was_written_gives_the_same_entries(name: str) -> None:
    once = read(name)
    again = find_importer("markdown")(find_exporter("markdown")(once.catalog, EVERYTHING))
    assert [each.fields for each in again.entries] == [each.fields for each in once.entries]
    assert (again.areas, again.title) == (once.areas, once.title)


def test_the_first_list_comes_back_byte_for_byte() -> None:
    (seed,) = (corpus().parents[1] / "seeds").glob("000_*.txt")
    page = seed.read_text("utf-8")
    bullets = "".join(line for line in page.splitlines(keepends=True) if line.startswith("* [**"))
    assert bullets.count("\n") == 11
    assert find_exporter("markdown")(find_importer("markdown")(bullets).catalog) == bullets
    written = find_exporter("markdown")(find_importer("markdown")(page).catalog)
    assert written == bullets


@pytest.mark.parametrize("name", NAMES)
def test_a_list_with_regions_reads_as_it_did_and_keeps_every_line_outside_of_its_lists(name: str) -> None:
    once = read(name)
    made = with_regions(text(name), "README.md", once, once.catalog)
    again = find_importer("markdown")(made.text)
    assert [each.fields for each in again.entries] == [each.fields for each in once.entries]
    assert outside(made.text) == outside(text(name))


def outside(markdown: str) -> list[str]:
    """The lines that stand in no list and no region, without the empty ones."""
    plain = re.sub(r"<!-- readinglist:start(?s:.*?)<!-- readinglist:end -->\n", "", markdown)
    lines: list[str | None] = list(plain.splitlines())
    for token in MarkdownIt("commonmark").parse(plain):
        if token.type == "bullet_list_open" and token.map:
            lines[token.map[0] : token.map[1]] = [None] * (token.map[1] - token.map[0])
    return [line for line in lines if line and line.strip()]
