"""The query language: what each term finds, and what is said of a query that is none."""

from __future__ import annotations

import pytest

from readinglist.catalog_file.read import read_text
from readinglist.errors import BadQuery
from readinglist.model.query import parse_query
from readinglist.model.sorting import in_order_of

CATALOG = read_text("""\
references:
- id: kwon2023
  type: conference
  title: Efficient memory management with PagedAttention
  author: [{family: Kwon, given: Woosuk}]
  issued: 2023-10-23
  DOI: 10.1145/3600006.3613165
  area: [inference]
  tags: [KV cache, memory]
- id: ozturk2021
  type: blog
  title: A survey of caches
  author: [{family: Öztürk, given: Ayşe}]
  issued: 2021
  reading: read
- id: undated
  title: Paged memory
""")


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", "kwon2023 ozturk2021 undated"),
        ("paged memory", "kwon2023 undated"),
        ('"paged memory"', "undated"),
        ("memory -paged", ""),
        ("cache -area:inference", "ozturk2021"),
        ("ozturk", "ozturk2021"),
        ("author:OZTURK", "ozturk2021"),
        ('author:"kwon, w"', "kwon2023"),
        ('tag:"kv cache"', "kwon2023"),
        ("tag:memory,other", "kwon2023"),
        ("type:blog", "ozturk2021"),
        ("type:post-weblog", "ozturk2021"),
        ("year:2023", "kwon2023"),
        ("year:2020..2022", "ozturk2021"),
        ("year:2022..", "kwon2023"),
        ("year:..2022", "ozturk2021"),
        ("has:doi", "kwon2023"),
        ("-has:author", "undated"),
        ("reading:read", "ozturk2021"),
        ("id:undated", "undated"),
    ],
)
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
    assert [entry.id for entry in in_order_of(CATALOG.entries, field)] == ids.split()
