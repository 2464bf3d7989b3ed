"""The query language: what each term finds, and what is said of a query that is none."""

from __future__ import annotations

import pytest

from readinglist.errors import BadQuery
from readinglist.model.query import parse_query
from readinglist.model.sorting import in_order_of
from tests.support.queries import CATALOG, QUERIES


@pytest.mark.parametrize(("query", "ids"), QUERIES)
def test_a_query_finds_what_it_asks_for(query: str, ids: str) -> None:
    assert [entry.id for entry in parse_query(query).select(CATALOG)] == ids.split()


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("aera:x", "query, column 1: no field named 'aera' to ask for; did you mean 'area'?"),
        ("x year:soon", "'soon' is not a year; write 2024, 2022..2024, 2022.. or ..2024"),
        ('x "open', "query, column 3: the quote is never closed"),
        ("area:", "'area:' needs a value, such as area:hardware"),
        ("type:blgo", "no type named 'blgo'"),
        ("has:dio", "no field named 'dio'"),
    ],
)
def test_a_query_that_is_none_is_told_where_and_why(query: str, told: str) -> None:
    with pytest.raises(BadQuery) as refusal:
        parse_query(query)

    assert told in str(refusal.value)


@pytest.mark.parametrize(
    ("field", "ids"),
    [
        ("year", "ozturk2021 kwon2023 undated"),
        ("-issued", "kwon2023 ozturk2021 undated"),
        ("author", "kwon2023 ozturk2021 undated"),
        ("title", "ozturk2021 kwon2023 undated"),
    ],
)
def test_entries_are_sorted_and_those_without_the_field_come_last(field: str, ids: str) -> None:
    assert [entry.id for entry in in_order_of(CATALOG.entries[:3], field)] == ids.split()
