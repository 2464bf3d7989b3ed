"""Which words of a title keep their capitals."""

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.latex.encode import ascii_latex
from readinglist.latex.protect import Piece, braced, pieces, protect, title_latex


def protected(title: str, *words: str) -> list[str]:
    return [piece.text for piece in pieces(title, words) if piece.protected]


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("FlashAttention for iPhone and LaTeX", ["FlashAttention", "iPhone", "LaTeX"]),
        ("GPU kernels for V3 and H100s", ["GPU", "V3", "H100s"]),
        ("Learning C and R from A to I", ["C", "R"]),
        ("Learning C++, C# and .NET", ["C++", "C#", ".NET"]),
        ("Scaling with I/O bound, U.S. and O'Reilly", ["I/O", "U.S.", "O'Reilly"]),
        ("The 2023 state of 3D printing", ["3D"]),
    ],
)
def test_odd_capitals_are_kept_in_any_title(title: str, kept: list[str]) -> None:
    assert protected(title) == kept


def test_a_hyphen_compound_is_kept_whole_and_once() -> None:
    assert protected("DeepSeek-V3, GPT-4 and IO-awareness") == ["DeepSeek-V3", "GPT-4", "IO-awareness"]


def test_a_name_in_a_sentence_case_title_is_kept() -> None:
    assert protected("A history of Silicon Valley") == ["Silicon", "Valley"]
    assert protected("The Bank of England explained simply") == ["Bank", "England"]


def test_words_of_a_title_case_title_are_not_names() -> None:
    assert protected("Attention Is All You Need") == []
    assert protected("Scaling Laws for Neural Language Models") == []
    assert protected("Scaling Laws for Neural Language models") == []


def test_the_first_word_of_a_sentence_is_not_a_name() -> None:
    assert protected("Pre-training of models: Which is better? Maybe neither. Really! Yes, none") == []
    assert protected("“Quoted” words in a title") == []


def test_an_abbreviation_ends_no_sentence() -> None:
    assert protected("Go vs. Rust in production, e.g. Servo") == ["Rust", "Servo"]


def test_the_second_name_of_a_compound_is_kept_even_at_the_start() -> None:
    assert protected("Mann–Whitney tests explained") == ["Mann–Whitney"]


def test_words_the_curator_names_are_kept_with_their_whole_compound() -> None:
    title = "How to Use Transformers-Based Models in New York"
    assert protected(title, "Transformers", "New York", "York", "absent", "") == ["Transformers-Based", "New York"]


def test_a_formula_is_never_cut() -> None:
    title = "On $O(N \\log N)$-time for $K$ and $X Y$"
    assert title_latex(title, (), ascii_latex) == r"On {$O(N \log N)$}-time for {$K$} and \${X} {Y}\$"


def test_pieces_say_what_is_protected_and_what_is_not() -> None:
    assert list(pieces("Use JAX now")) == [Piece("Use ", False), Piece("JAX", True), Piece(" now", False)]
    assert list(pieces("")) == []


def test_braces_never_open_a_special_character() -> None:
    assert braced(r"\_Foo") == r"{{\_Foo}}"
    assert title_latex("_MyVar in JAX", (), ascii_latex) == r"\_{MyVar} in {JAX}"


def test_a_hostile_title_takes_no_longer_than_its_length() -> None:
    started = perf_counter()
    for part in ("Aa bb ", ":", '"', "A-", "a.", "$a ", "e\u0301", "!", "`", "\t "):
        title = part * 5000
        assert ascii_latex(title)
        assert "".join(piece.text for piece in pieces(title, ["Aa"])) == title
    assert perf_counter() - started < 10


@given(st.text(), st.lists(st.text(max_size=3), max_size=3))
def test_pieces_put_together_are_the_title(title: str, words: list[str]) -> None:
    assert "".join(piece.text for piece in pieces(title, words)) == title


@given(st.text(alphabet="aAbB1 -:.$'", max_size=40))
def test_spans_are_in_order_and_apart(title: str) -> None:
    spans = protect(title)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
