"""Styles found, named wrongly, missing their parent, or broken; and all of them at work."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from readinglist.citations import (
    Citation,
    Cite,
    Processor,
    StyleError,
    UnknownFormat,
    UnknownStyle,
    find_styles,
    load_style,
    read_style,
    render_each,
)
from readinglist.citations.shelf import style_names

AWKWARD: list[dict[str, Any]] = [
    {"id": "bare"},
    {"id": "null", "type": "book", "title": None, "author": [], "issued": None},
    {
        "id": "docs",
        "type": "webpage",
        "title": "Docs",
        "URL": "https://example.org/a_b",
        "accessed": {"raw": "2024-01"},
    },
    {"id": "cjk", "type": "article-journal", "title": "综述", "author": [{"family": "王", "given": "小明"}]},
    {
        "id": "many",
        "type": "book",
        "title": 'A "quoted" <i>title</i>: what?',
        "author": [{"family": f"van Name{n}", "given": f"J.-P. {n}"} for n in range(11)],
        "issued": {"date-parts": [[2019, 3], [2020]]},
        "edition": "2nd",
        "page": "100-5, 201-9",
    },
    {"id": "corp", "type": "report", "author": [{"literal": "WHO"}], "issued": {"literal": "in press"}, "number": 7},
    {"id": "odd", "type": "unheard-of", "author": [{"given": "Plato"}], "issued": {"season": 1, "date-parts": [[1]]}},
]


def sampled() -> list[str]:
    names = sorted(style_names())
    return names if os.environ.get("READINGLIST_SOAK") else names[:: len(names) // 100]


def test_no_style_stumbles_over_awkward_items() -> None:
    for name in sampled():
        processor = Processor(name, AWKWARD)
        processor.entries("html")
        processor.citations([Citation([Cite("many", locator="3"), Cite("bare")]), Citation([Cite("many")])], "latex")


def test_styles_are_found_by_words_aliases_and_fields() -> None:
    asked = ("chicago author date", "nature", "gb7714", "apa", "mla", "american psychological")
    assert [find_styles(words)[0].name for words in asked] == [
        "chicago-author-date",
        "nature",
        "china-national-standard-gb-t-7714-2015-numeric",
        "apa",
        "modern-language-association",
        "apa",
    ]


def test_a_style_once_renamed_is_found_under_its_old_name() -> None:
    assert load_style("harvard1").name == "harvard-cite-them-right"


def test_an_unknown_style_says_what_was_perhaps_meant() -> None:
    with pytest.raises(UnknownStyle) as raised:
        load_style("nauture")
    assert (
        str(raised.value) == "nauture: there is no style of this name; did you mean nature or naturae or nano-futures?"
    )


def test_a_dependent_style_is_its_parent_in_its_own_language() -> None:
    style = load_style("nature-biotechnology")
    assert (style.name, style.language, style.macros is load_style("nature").macros) == (
        "nature-biotechnology",
        "en-GB",
        True,
    )


def csl(inside: str) -> str:
    return f'<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">\n{inside}\n</style>'


LAYOUT = '<citation><layout><text variable="title"/></layout></citation>'


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("<style", "mine, line 1: not well-formed XML (unclosed token); repair the file or fetch it anew"),
        ("<html/>", "mine, line 1: the root element is 'html'; name a CSL style"),
        (csl("<info/>"), "mine, line 1: it has neither cs:citation nor a parent; name an independent style"),
        (
            csl('<citation>\n<layout>\n<text macro="gone"/></layout></citation>'),
            "mine, line 4: macro 'gone' is not defined; define it or correct the name",
        ),
        (
            csl('<macro name="a"><text macro="b"/></macro>\n<macro name="b"><text macro="a"/></macro>' + LAYOUT),
            "mine, line 2: macro 'a' calls itself; break the circle",
        ),
        (
            csl('<info><link rel="independent-parent" href="http://www.zotero.org/styles/no-such"/></info>'),
            "mine, line 1: its parent 'no-such' is missing; install or name the parent style",
        ),
    ],
)
def test_a_broken_style_is_told_with_its_name_and_line(source: str, error: str) -> None:
    with pytest.raises(StyleError) as raised:
        read_style(source, "mine")
    assert str(raised.value) == error


def test_an_element_csl_does_not_know_is_told_when_the_style_is_compiled() -> None:
    style = read_style(csl("<citation><layout>\n<texte/></layout></citation>"), "mine")
    with pytest.raises(StyleError, match="mine, line 3: cs:texte is no rendering element; remove it"):
        Processor(style, [])


def test_a_style_file_is_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "own.csl"
    path.write_text(
        csl(LAYOUT + '<bibliography><layout><text variable="title" suffix="!"/></layout></bibliography>'), "utf-8"
    )
    assert render_each([{"id": "x", "title": "Mine"}], path) == ["Mine!"]


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(
        UnknownFormat, match="no citation format named 'word'; known are html, latex, markdown, rst, text"
    ):
        render_each([], "apa", format="word")
