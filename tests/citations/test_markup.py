"""Field text: its tags, its quotation marks, its apostrophes."""

from __future__ import annotations

import pytest

from readinglist.citations.markup import read_markup
from readinglist.citations.output import format_named
from readinglist.citations.typesetting import QuoteMarks, typeset


def html(text: str) -> str:
    return format_named("html").write(typeset(read_markup(text), QuoteMarks()))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('He said "no"', "He said “no”"),
        ("rock 'n' roll", "rock “n” roll"),
        ("the '90s and '80s", "the ’90s and ’80s"),
        ("dogs' life", "dogs’ life"),
        ("a \"b 'c' d\" e", "a “b ‘c’ d” e"),
        ("L'Hôpital's rule", "L’Hôpital’s rule"),
        ("“a ‘b’ c”: d", "“a ‘b’ c”: d"),
        ("‘a “b” c’: d", "‘a “b” c’: d"),
        ('6" of rain', '6" of rain'),
        ("« déjà vu »", "«\u202fdéjà vu\u202f»"),
    ],
)
def test_quotation_marks_and_apostrophes_are_told_apart(typed: str, shown: str) -> None:
    assert html(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("<i>E. coli <i>strain</i></i>", '<i>E. coli <span style="font-style:normal;">strain</span></i>'),
        ("a <i>b", "a &#60;i&#62;b"),
        ("<script>x</script>", "&#60;script&#62;x&#60;/script&#62;"),
        ('<span class="nocase">iPhone</span>', "iPhone"),
        ("x² and 1st", "x<sup>2</sup> and 1st"),
    ],
)
def test_known_tags_are_markup_and_all_else_is_text(typed: str, shown: str) -> None:
    assert html(typed) == shown
