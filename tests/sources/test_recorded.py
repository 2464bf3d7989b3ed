"""Every recorded answer reads as its folder says; a stranger's source needs a file here and a folder there."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import readinglist.sources
from readinglist.metadata.gathering import all_sources
from readinglist.registry import discover
from tests.cli.conftest import Run, read, write
from tests.cli.conftest import here as here
from tests.cli.conftest import run as run
from tests.docs.blocks import ROOT, blocks
from tests.sources.cases import Case, cases
from tests.support.services import as_json, services


@pytest.mark.parametrize("case", [*cases()], ids=lambda case: f"{case.source}: {case.folder.name}")
def test_a_recorded_answer_reads_as_its_folder_says(case: Case) -> None:
    (source,) = (each for each in all_sources() if each.name == case.source)
    case.check(source)


MANUAL = ROOT / "docs" / "sources.md"
(STRANGER,) = (block.text for block in blocks("python", pages=iter([MANUAL])))
(CASE,) = (block.text for block in blocks("text", pages=iter([MANUAL])))
BOOK = {"title": "Notes &amp; queries", "by": ["Ada King"], "printed": "May 1843"}


@pytest.fixture
def dropped_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A source as somebody drops it into the folder, with a recorded answer."""
    drawer, case = tmp_path / "drawer", tmp_path / "recorded/library/a-book"
    for folder in (drawer, case):
        folder.mkdir(parents=True)
    (drawer / "library.py").write_text(STRANGER, "utf-8")
    (case / "case.toml").write_text(CASE, "utf-8")
    (case / "body.json").write_text(json.dumps(BOOK), "utf-8")
    monkeypatch.setattr(readinglist.sources, "__path__", [*readinglist.sources.__path__, str(drawer)])
    discover.cache_clear()
    yield tmp_path / "recorded"
    sys.modules.pop("readinglist.sources.library", None)
    discover.cache_clear()


def test_a_stranger_adds_a_source_by_one_file_and_its_answers(dropped_in: Path, run: Run) -> None:
    (source,) = (each for each in all_sources() if each.name == "library")
    (case,) = cases(dropped_in)
    case.check(source)
    write(
        "readinglist.toml", f"[fetch]\nskip = {json.dumps([each.name for each in all_sources() if each != source])}\n"
    )
    with services() as network:
        as_json(network, "https://library.example/books/9780000000002", BOOK)
        result = run("add", "ISBN 978-0-00-000000-2")
    assert "title: Notes & queries  [library title, 0.80]" in result.stdout
    assert read().endswith(
        "- id: king1843notes\n  type: book\n  title: Notes & queries\n  author:\n  - {family: King, given: Ada}\n"
        "  issued: 1843-05\n  ISBN: 9780000000002\n"
    )
