"""A list in Markdown: what stands where, and what an option changes."""

import pytest

from readinglist.catalog_file.read import read_text
from readinglist.errors import ReadingListError
from readinglist.exporters import find_exporter

LIST = """
title: Things to read
areas:
  systems: {title: Systems}
  serving: {title: Serving, parent: systems}
  empty: {title: Nothing yet}
  theory: Theory & [practice]
references:
- id: book
  title: The list itself
  listed: false
- id: paged
  title: Paged attention
  URL: https://example.org/paged
  annote: how memory | is paged.
  area: [serving, theory]
  code: https://example.org/code
  pdf: https://example.org/paged.pdf
  video: https://example.org/paged
  archive-url: https://archive.example/paged
- id: roofline
  label: "Roofline: a model"
  title: Roofline, an insightful visual performance model
  URL: https://example.org/roofline
  link: https://example.org/shown
  area: [theory]
- id: stray
  title: A stray
  annote: |
    two *lines*\\
    of Markdown.
- id: lost
  arxiv: "2211.05102"
  area: [unheard-of]
"""


def exported(text: str = LIST, edition: str | None = None, **options: object) -> str:
    catalog = read_text(text)
    return find_exporter("markdown")(catalog.edition(edition) if edition else catalog, options)


def test_without_options_it_is_the_bullets_and_nothing_else() -> None:
    assert exported() == (
        "* [**Paged attention**](https://example.org/paged): how memory | is paged.\n"
        "* [**Roofline: a model**](https://example.org/shown)\n"
        "* **A stray**: two *lines* of Markdown.\n"
        "* [**lost**](https://arxiv.org/abs/2211.05102)\n"
    )


def test_areas_are_headings_with_their_parts_below_and_strays_last() -> None:
    assert exported(layout="areas", title=True, bold=False, bullet="-", separator=" – ") == (
        "# Things to read\n\n"
        "## Systems\n\n"
        "### Serving\n\n"
        "- [Paged attention](https://example.org/paged) – how memory | is paged.\n\n"
        "## Theory & \\[practice\\]\n\n"
        "- [Paged attention](https://example.org/paged) – how memory | is paged.\n"
        "- [Roofline: a model](https://example.org/shown)\n\n"
        "## Other\n\n"
        "- A stray – two *lines* of Markdown.\n"
        "- [lost](https://arxiv.org/abs/2211.05102)\n"
    )


def test_tables_show_title_and_words_side_by_side() -> None:
    words = {"first-column": "Was | wo", "second-column": "Warum", "other": "Anderes"}
    assert exported(layout="tables", bold=False, heading_level=3, **words) == (
        "### Systems\n\n"
        "#### Serving\n\n"
        "| Was \\| wo | Warum |\n"
        "|---|---|\n"
        "| [Paged attention](https://example.org/paged) | how memory \\| is paged. |\n\n"
        "### Theory & \\[practice\\]\n\n"
        "| Was \\| wo | Warum |\n"
        "|---|---|\n"
        "| [Paged attention](https://example.org/paged) | how memory \\| is paged. |\n"
        "| [Roofline: a model](https://example.org/shown) |  |\n\n"
        "### Anderes\n\n"
        "| Was \\| wo | Warum |\n"
        "|---|---|\n"
        "| A stray | two *lines* of Markdown. |\n"
        "| [lost](https://arxiv.org/abs/2211.05102) |  |\n"
    )


def test_further_links_follow_the_words_unless_they_lead_to_the_same_place() -> None:
    first, second, *_ = exported(links=True, archived=True).splitlines()
    assert first.endswith(
        ": how memory | is paged. ([code](https://example.org/code), [PDF](https://example.org/paged.pdf), "
        "[archived copy](https://archive.example/paged))"
    )
    assert second == "* [**Roofline: a model**](https://example.org/shown)"


def test_further_links_without_words_need_no_separator() -> None:
    entry = "references:\n- {id: a, title: A, URL: 'https://a.example', code: 'https://b.example'}\n"
    assert exported(entry, links=True) == "* [**A**](https://a.example) ([code](https://b.example))\n"


def test_words_come_in_the_language_asked_for_or_in_the_catalogs() -> None:
    text = "language: de\nreferences:\n- {id: a, title: A, annote: {en: why, de: warum}}\n"
    assert exported(text) == "* **A**: warum\n"
    assert exported(text, language="en") == "* **A**: why\n"
    assert exported(text, language="fr") == "* **A**: why\n"


def test_an_edition_keeps_its_own_order() -> None:
    text = LIST.replace("references:", "editions: {first: {ids: [roofline, paged]}}\nreferences:")
    assert [line[4:12] for line in exported(text, edition="first", bold=False).splitlines()] == ["oofline:", "aged att"]


def test_areas_that_are_part_of_each_other_are_still_shown_once() -> None:
    text = "areas: {a: {title: A, parent: b}, b: {title: B, parent: a}}\nreferences:\n- {id: x, title: X, area: [a]}\n"
    assert exported(text, layout="areas").count("**X**") == 1


def test_a_list_without_areas_needs_no_heading() -> None:
    assert exported("references:\n- {id: a, title: A}\n", layout="areas") == "* **A**\n"


def test_a_list_of_nothing_is_empty() -> None:
    assert exported("references: []\n") == ""
    assert exported("references: []\n", layout="tables") == ""


def test_headings_go_no_deeper_than_markdown_does() -> None:
    text = LIST.replace("title: Systems", "title: Systems, parent: theory")
    headings = [line.split()[0] for line in exported(text, layout="areas", heading_level=5).splitlines() if "#" in line]
    assert headings == ["#####", "######", "######", "#####"]


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ({"layout": "list"}, "format markdown: option 'layout'"),
        ({"bullets": "-"}, "format markdown: no option 'bullets'"),
        ({"separator": "\n"}, "format markdown: option 'separator'"),
    ],
)
def test_an_option_that_is_none_is_told(option: dict[str, str], told: str) -> None:
    with pytest.raises(ReadingListError, match=told):
        exported(**option)


def test_an_awesome_list_has_its_contents_above() -> None:
    assert exported(
        badge=True, capital=True, layout="areas", title=True, contents=True, bold=False, bullet="-", separator=" - "
    ).startswith(
        "# Things to read [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n## Contents\n\n"
        "- [Systems](#systems)\n  - [Serving](#serving)\n- [Theory & \\[practice\\]](#theory--practice)\n"
        "- [Other](#other)\n\n## Systems\n\n### Serving\n\n"
        "- [Paged attention](https://example.org/paged) - How memory | is paged.\n"
    )


def test_a_site_finds_its_front_matter_first() -> None:
    assert exported(front_matter="distill").startswith("---\nlayout: distill\ntitle: Things to read\n---\n\n* [**Paged")


def test_state_details_and_lists_stand_where_they_are_asked_for() -> None:
    text = """
references:
- id: a
  title: A
  author: ["Hinton, G."]
  others: true
  issued: 2015
  URL: https://a.example
  reading: read
  tags: [nets]
  annote: "Good.\\n- one\\n- two"
"""
    assert exported(text, details=True, tasks=True, blocks=True) == (
        "* [x] [**A**](https://a.example) (2015), G. Hinton et al.: Good. #nets\n  - one\n  - two\n"
    )
    assert exported(text) == "* [**A**](https://a.example): Good. - one - two\n"
