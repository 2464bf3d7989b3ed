"""Every format against the file that it is known to give for one entry of every kind."""

import os
from pathlib import Path

import pytest

from readinglist.catalog_file.read import read_files
from readinglist.exporters import find_exporter
from readinglist.model.catalog import Catalog
from readinglist.model.types import CSL_TYPES

GOLDEN = Path(__file__).parent / "golden"
FORMATS = sorted(file.stem for file in GOLDEN.iterdir() if file.stem != "catalog")


def every_kind() -> Catalog:
    return read_files([GOLDEN / "catalog.yaml"])


def test_the_catalog_of_every_kind_has_no_problem() -> None:
    assert every_kind().problems == ()
    assert {entry.type for entry in every_kind()} <= CSL_TYPES


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_gives_its_golden_file(name: str) -> None:
    exporter = find_exporter(name)
    file = GOLDEN / f"{name}{exporter.suffix}"
    text = exporter(every_kind())
    if os.environ.get("READINGLIST_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_gives_the_same_bytes_twice(name: str) -> None:
    exporter = find_exporter(name)
    assert exporter(every_kind()) == exporter(every_kind())
