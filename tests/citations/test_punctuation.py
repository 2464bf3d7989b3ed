"""What happens at seams: between texts, across markup, and at quotation marks."""

from __future__ import annotations

import pytest

from readinglist.citations.punctuation import meet
from readinglist.citations.richtext import FIELD_MARKS, QUOTE, Node, Span
from readinglist.citations.tokens import Edge
from readinglist.citations.typesetting import QuoteMarks, typeset

INSIDE, OUTSIDE = QuoteMarks(punctuation_inside=True), QuoteMarks()


def shown(node: Node, quotes: QuoteMarks = INSIDE) -> str:
    return "".join("|" if isinstance(token, Edge) else token for token in typeset(node, quotes))


@pytest.mark.parametrize(
    ("before", "after", "together"),
    [
        ("Inc.", ". Then", "Inc. Then"),
        ("Why?", ". Then", "Why? Then"),
        ("Why?", ", then", "Why?, then"),
        ("Part one:", "! Then", "Part one! Then"),
        ("one,", ", two", "one, two"),
        ("one ", " two", "one two"),
        ("et al.", ", 2020", "et al., 2020"),
    ],
)
def test_marks_that_meet_melt(before: str, after: str, together: str) -> None:
    assert "".join(meet(before, after)) == together


def test_a_doubled_full_stop_melts_across_markup() -> None:
    assert shown(Span([Span(["Inc."], FIELD_MARKS["i"]), ". Next"])) == "|Inc.| Next"


def test_commas_go_into_quotation_marks_where_the_locale_says_so() -> None:
    quoted = Span([Span(["A Title"], QUOTE), ", 2020"])
    assert [shown(quoted, INSIDE), shown(quoted, OUTSIDE)] == ["“A Title,” 2020", "“A Title”, 2020"]


def test_a_full_stop_after_a_question_in_quotation_marks_is_too_much() -> None:
    assert shown(Span([Span(["Why?"], QUOTE), ". Next"])) == "“Why?” Next"


def test_a_drawn_in_full_stop_stands_behind_the_markup_and_inside_every_quotation() -> None:
    inner = Span(["x", Span(["2"], FIELD_MARKS["sup"])], QUOTE)
    assert shown(Span([Span(["On ", inner], QUOTE), "."])) == "“On ‘x|2|.’”"
