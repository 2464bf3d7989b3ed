"""Dates: what EDTF allows passes, what people write otherwise is told how to write it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.model.dates import Date, Day
from readinglist.model.malformed import Malformed


@pytest.mark.parametrize(
    "date",
    [
        Date(Day(2023), text="2023"),
        Date(Day(2023, 10), text="2023-10"),
        Date(Day(2023, 10, 23), text="2023-10-23"),
        Date(Day(2024, 2, 29), text="2024-02-29"),
        Date(Day(2020, 21), text="2020-21"),
        Date(Day(2020), approximate=True, text="2020~"),
        Date(Day(2020), uncertain=True, text="2020?"),
        Date(Day(2020), approximate=True, uncertain=True, text="2020%"),
        Date(Day(2020, 3), Day(2021, 5), text="2020-03/2021-05"),
        Date(Day(2023), open_end=True, text="2023/.."),
        Date(Day(-44), text="-0044"),
    ],
    ids=str,
)
def test_a_date_states_what_was_written_and_no_more(date: Date) -> None:
    assert Date.parse(date.text) == date


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("2025-1-28", "2025-01-28"),
        ("2025/1/8", "2025-01-08"),
        ("2024.01.28", "2024-01-28"),
        ("Jan 2024", "2024-01"),
        ("Sept. 2023", "2023-09"),
        ("January 5, 2024", "2024-01-05"),
        ("5 January 2024", "2024-01-05"),
        ("2024-01-28T12:00:00Z", "2024-01-28"),
        ("2021/2020", "2020/2021"),
        *((text, None) for text in ("", "23", "n.d.", "20231023", "10/23/2023", "Foo 2023", "../2020", "٢٠٢٣")),
        *((text, None) for text in ("2024-13", "2024-00", "2024-01-00", "2023-02-29", "2023-04-31", "2023-21-01")),
    ],
)
def test_what_is_no_date_is_told_what_was_probably_meant(text: str, suggestion: str | None) -> None:
    with pytest.raises(Malformed) as refusal:
        Date.parse(text)

    assert refusal.value.suggestion == suggestion


@given(day=st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_of_the_calendar_is_a_date(day: datetime.date) -> None:
    assert Date.parse(day.isoformat()).begin == Day(day.year, day.month, day.day)


@given(text=st.text(max_size=30) | st.from_regex(r"[0-9/~?%. -]{1,20}", fullmatch=True))
def test_any_text_is_a_date_or_refused_with_a_suggestion_that_is_one(text: str) -> None:
    try:
        assert str(Date.parse(text)) == text
    except Malformed as refusal:
        if refusal.suggestion:
            Date.parse(refusal.suggestion)
