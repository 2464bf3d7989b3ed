"""Damaged answers of every format: each becomes an outcome, and nothing is raised."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.metadata.outcome import Failure, Known
from readinglist.metadata.subject import Kind, Subject
from readinglist.registry import discover
from readinglist.sources import _documents
from readinglist.sources._source import Source
from tests.conftest import SOAK
from tests.sources import test_books, test_documents, test_indexes, test_registries
from tests.sources.answers import answer
from tests.sources.test_outcomes import VALUES

TEXTS = [
    test_registries.FEED, test_registries.PUBMED, test_registries.JATS, test_books.MODS, test_indexes.BIB,
    test_documents.unixref(test_documents.LEE),
]  # fmt: skip
PIECES = [
    "",
    "<",
    ">",
    "&",
    '"',
    "</",
    "<a ",
    "\x00",
    "\ufffe",
    "<![CDATA[",
    "]]>",
    "<!--",
    "&#0;",
    "@article{",
    "}",
    "\\",
]
NAMES = """message title author given family name issued date-parts DOI data attributes titles creators publisher dates
    types container relatedIdentifiers items volumeInfo industryIdentifiers authorships ids doi biblio externalIds
    metadata notes content value id cardData full_name owner license result hits hit info authors text""".split()
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.just("10.1000/1"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=20,
)
SOURCES: list[tuple[Source, Kind]] = [
    (source, kind) for name, source in discover("readinglist.sources", Source).items() for kind in source.kinds
]


@given(VALUE)
def test_any_json_at_all_becomes_an_outcome(value: object) -> None:
    for source, kind in SOURCES:
        assert isinstance(source.read(Subject(kind, VALUES[kind]), answer(value)), Known | Failure)
    assert isinstance(_documents.read(answer(value), "document"), Known | Failure)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:20].strip())
def test_a_damaged_answer_breaks_nothing(text: str) -> None:
    chance = random.Random(text)
    for _ in range(2000 if SOAK else 60):
        damaged = answer(_damaged(text, chance))
        assert isinstance(_documents.read(damaged, "document"), Known | Failure)
        for source, kind in SOURCES:
            assert isinstance(source.read(Subject(kind, VALUES[kind]), damaged), Known | Failure)


def _damaged(text: str, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(text))
        end = at + chance.choice([0, 1, 3, 40])
        text = text[:at] + chance.choice([*PIECES, text[at:end] * 2]) + text[end:]
    return text.encode("utf-8", "replace")
