"""Pages as the usual generators and sites make them: what they say is read, and nothing else.

A page that is read wrongly becomes a file of this folder, and what it says a part of `expected.toml`.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from readinglist.model.person import Person
from tests.webpage.reading import claims

SHAPES = Path(__file__).with_name("shapes")
EXPECTED = tomllib.loads((SHAPES / "expected.toml").read_text("utf-8"))


def test_every_page_is_described() -> None:
    assert sorted(EXPECTED) == sorted(file.stem for file in SHAPES.glob("*.html"))


@pytest.mark.parametrize("name", EXPECTED)
def test_what_a_page_of_this_kind_says_is_read(name: str) -> None:
    said: dict[str, Any] = claims((SHAPES / f"{name}.html").read_bytes(), EXPECTED[name]["url"])
    if "author" in said:
        said["author"] = [TypeAdapter(Person).validate_python(each).text for each in said["author"]]

    expected = {field: value for field, value in EXPECTED[name].items() if field != "url"}
    assert {field: said[field] for field in ("title", "author", "issued", "genre") if field in said} == expected
