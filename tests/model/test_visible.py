import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.model.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\r\ntwo\tthree", r"one\r\ntwo\tthree"),
        ("\x1b[31mred\x07\x00\x7f", r"\x1b[31mred\x07\x00\x7f"),
        ("C1: \x9b31m \x85", r"C1: \x9b31m \x85"),
        ("\u202egnp.exe\u2066 \u200f", r"\u202egnp.exe\u2066 \u200f"),
        ("line\u2028paragraph\u2029", r"line\u2028paragraph\u2029"),
        ("pass\u200bword \ufeff\U000e0041", r"pass\u200bword \ufeff\U000e0041"),
        ("half a \ud83d rocket", r"half a \ud83d rocket"),
        ("a ##[stop-commands]x", r"a #\x23[stop-commands]x"),
    ],
)
def test_what_acts_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["Erdős, Paul", "深層学習", "می‌خواهم", "👩‍🔬 🏳️‍🌈", "a\u00a0b", r"C:\new", "#[1]"])
def test_what_only_shows_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_it_is_one_line_that_any_terminal_takes(text: str) -> None:
    shown = visible(text)
    assert "\x1b" not in shown
    assert len(shown.encode("utf-8").decode().splitlines()) <= 1
    assert visible(shown) == shown
