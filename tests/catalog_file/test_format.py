"""`fmt` brings a file into canonical form: once is enough, no comment is lost, nothing means something else."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.catalog_file.format import formatted
from readinglist.catalog_file.read import read_text, write_down
from readinglist.errors import EditRefused
from readinglist.model.entry import fields_of
from readinglist.model.spelling import FIELD_ALIASES
from readinglist.model.types import CSL_TYPES, TYPE_ALIASES
from tests.catalog_file.ugly import FIELDS, OTHER_WORDS, Ugly
from tests.conftest import SOAK

RUNS = 4000 if SOAK else 400


def fmt(text: str) -> str:
    return formatted(write_down("c.yaml", text.encode())[0])


def meant(text: str) -> list[object]:
    return [fields_of(entry) for entry in read_text(text)]


def test_formatting_an_ugly_file_loses_no_comment_and_settles_at_once() -> None:
    refused = 0
    for seed in range(RUNS):
        ugly = Ugly(Random(seed), FIELDS + OTHER_WORDS)
        before = ugly.file()
        try:
            after = fmt(before)
        except EditRefused:
            assert "|" in before, (seed, before)  # a block may own blank lines that follow it, or lack a line end
            refused += 1
            continue
        told = f"seed {seed}\n{before!r}\n--- after\n{after!r}"
        assert fmt(after) == after, told
        assert [sign for sign in ugly.comments if after.count(sign) != 1] == [], told
        assert ("\r\n" in before) <= (after.count("\n") == after.count("\r\n")), told
        assert meant(after) == meant(before), told
    assert refused <= RUNS / 50


@given(word=st.sampled_from(sorted(FIELD_ALIASES)))
def test_every_other_word_for_a_field_becomes_the_field(word: str) -> None:
    after = fmt(f"references:\n- id: a\n  # kept\n  {word}: '2020' # kept too\n")

    field = FIELD_ALIASES[word]
    assert "# kept\n" in after
    assert "# kept too" in after
    assert f"{field}:" in after
    assert fmt(after) == after


@given(word=st.sampled_from(sorted(CSL_TYPES | set(TYPE_ALIASES))))
def test_every_word_for_a_type_becomes_the_type(word: str) -> None:
    before = f"references:\n- type: {word}\n  id: a\n"
    after = fmt(before)

    kind, genre = TYPE_ALIASES.get(word, (word, None)) if word not in CSL_TYPES else (word, None)
    assert after == f"references:\n- id: a\n  type: {kind}\n" + (f"  genre: {genre}\n" if genre else "")
    assert fmt(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "references:\n- title: T # title\n  # the key\n  id: a\n",
            "references:\n# the key\n- id: a\n  title: T # title\n",
        ),
        (
            "references:\n- id: a\n  authors: Kwon, Woosuk and {Google DeepMind} and Laurens van der Maaten\n",
            "references:\n- id: a\n  author:\n  - {family: Kwon, given: Woosuk}\n  - {literal: Google DeepMind}\n"
            "  - {family: Maaten, given: Laurens, non-dropping-particle: van der}\n",
        ),
        (
            "references:\n- {title: T, id: a, arxiv: 2211.05102}\n",
            'references:\n- id: a\n  title: T\n  arxiv: "2211.05102"\n',
        ),
        (
            "references:\n- id: a\n  year: 2024\n  date: 2023\n",
            "references:\n- id: a\n  issued: 2024\n  date: 2023\n",
        ),
    ],
)
def test_formatting_gives_the_canonical_form(before: str, after: str) -> None:
    assert fmt(before) == after


def test_a_broken_file_is_not_formatted() -> None:
    with pytest.raises(EditRefused) as refusal:
        fmt("references:\n- id: a\n  title: a: b\n")

    assert str(refusal.value) == ("c.yaml: not formatted, because it cannot be read as a whole; see `readinglist lint`")
