"""Real bibliographies: what is known to be wrong with one is found where it stands, nothing crashes, fixes settle."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from readinglist.bibliography_source import catalog_of
from readinglist.catalog_file.read import read_catalog
from readinglist.converting import decoded, read_source, written_as
from readinglist.errors import CannotRead
from readinglist.fixing import fixed_texts
from readinglist.linting import lint
from readinglist.model.catalog import Catalog
from tests.support.corpus import CORPUS, corpus

pytestmark = [corpus, pytest.mark.corpus]

THE_DAY = datetime.date(2026, 1, 1)
SUFFIXES = {".bib", ".ris", ".nbib", ".cff", ".json", ".yml", ".yaml", ".md"}
THE_BOOK = CORPUS / "book" / "main.bib"


def files() -> list[Path]:
    folders = (CORPUS / "book", CORPUS / "curation", CORPUS / "metadata" / "data")
    return sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in SUFFIXES)


def judged() -> Iterator[tuple[Path, Catalog]]:
    """Yield every bibliography and list of the corpus as `lint` sees it."""
    for file in files():
        try:
            source, recognised = read_source(decoded(file.read_bytes()), file.name)
        except CannotRead:
            continue
        yield file, replace(catalog_of(source, recognised.format), today=THE_DAY)


def lines_with(pattern: str) -> list[int]:
    lines = THE_BOOK.read_text("utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if re.search(pattern, line)]


def test_what_is_wrong_with_the_bibliography_of_the_book_is_found_where_it_stands() -> None:
    source, recognised = read_source(THE_BOOK.read_text("utf-8"), THE_BOOK.name)
    catalog = catalog_of(source, recognised.format)
    told = defaultdict(list)
    for found in lint(catalog):
        told[found.rule].append(catalog.position(found.place).line)
    preprints, entries = lines_with(r"journal +=.*arXiv"), lines_with(r"^@")
    hidden = lines_with(r"howpublished +=")
    assert (len(entries), len(preprints), len(hidden)) == (19, 16, 3)
    assert len(told["no-identifier"]) + len(told["url-in-wrong-field"]) == len(entries)
    assert set(told["no-identifier"]) < set(entries)
    assert told["url-in-wrong-field"] == hidden
    assert told["preprint-without-arxiv-id"] == told["container-is-preprint-server"] == preprints
    assert told["swapped-name"] == lines_with("Noam, Shazeer")
    assert told["duplicate-author"] == [99, 113, 346, 349]
    assert told["near-duplicate-name"] == lines_with("Dengr")
    assert told["person-as-corporate"] == lines_with(r"\{Guangyi\} and|\{Yu\} and")
    assert told["accessed-in-note"] == lines_with("Accessed: 2025-1-28")
    assert len(told["title-unprotected"]) == 10
    assert set(told["title-unprotected"]) < set(lines_with(r"^  title +="))
    assert told["field-not-for-type"] == lines_with(r"^  (?:booktitle|publisher) +=")
    assert told["number-without-volume"] == lines_with(r"^  number +=")


def test_every_file_can_be_judged_and_every_finding_has_its_place() -> None:
    for file, catalog in judged():
        for found in lint(catalog):
            at = catalog.position(found.place)
            (written,) = catalog.written.values()
            assert 1 <= at.line <= written.text.count("\n") + 1, (file, found)
            assert found.fix is None, (file, found)


def test_fixing_twice_is_fixing_once_on_every_file() -> None:
    for file in files():
        try:
            source, _ = read_source(decoded(file.read_bytes()), file.name)
        except CannotRead:
            continue
        catalog = read_catalog({"catalog.yaml": written_as(source, "catalog").encode()})
        for unsafe in (False, True):
            once = fixed_texts(catalog, lint, unsafe=unsafe)
            again = read_catalog({name: text.encode() for name, text in once.items()})
            assert fixed_texts(again, lint, unsafe=unsafe) == once, (file, unsafe)
