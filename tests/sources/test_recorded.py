"""Every recorded answer reads as its folder says; a stranger's source needs a file here and a folder there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import readinglist.sources
from readinglist.metadata.gathering import all_sources
from readinglist.registry import discover
from tests.cli.conftest import Run, read
from tests.cli.conftest import here as here
from tests.cli.conftest import run as run
from tests.docs.blocks import ROOT, blocks
from tests.sources.cases import Case, cases
from tests.support.services import as_json, asked, services


@pytest.mark.parametrize("case", [*cases()], ids=lambda case: f"{case.source}: {case.folder.name}")
def test_a_recorded_answer_reads_as_its_folder_says(case: Case) -> None:
    (source,) = (each for each in all_sources() if each.name == case.source)
    case.check(source)


MANUAL = ROOT / "docs" / "metadata.md"
(STRANGER,) = (block.text for block in blocks("python", pages=iter([MANUAL])) if block.mark == "source")
(CASE,) = (block.text for block in blocks("text", pages=iter([MANUAL])) if block.text.startswith("subject = "))
BODY = '{"name": "Introduction to Algorithms", "by": "Cormen, Thomas H.", "year": "2009"}'


@pytest.fixture
def dropped_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A source as somebody drops it into the folder, with a recorded answer."""
    drawer, case = tmp_path / "drawer", tmp_path / "recorded/shelf/a-book"
    for folder in (drawer, case):
        folder.mkdir(parents=True)
    (drawer / "shelf.py").write_text(STRANGER, "utf-8")
    (case / "case.toml").write_text(CASE, "utf-8")
    (case / "body.json").write_text(BODY, "utf-8")
    monkeypatch.setattr(readinglist.sources, "__path__", [*readinglist.sources.__path__, str(drawer)])
    discover.cache_clear()
    yield tmp_path / "recorded"
    sys.modules.pop("readinglist.sources.shelf", None)
    discover.cache_clear()


def test_a_stranger_adds_a_source_by_one_file_and_its_answers(dropped_in: Path, run: Run) -> None:
    (source,) = (each for each in all_sources() if each.name == "shelf")
    (case,) = cases(dropped_in)
    case.check(source)
    with services() as network:
        as_json(
            network,
            "https://shelf.example/9780262033848.json",
            {"name": "Introduction to Algorithms", "by": "Cormen, Thomas H.", "year": "2009"},
        )
        result = run("add", "ISBN 978-0-262-03384-8")
        assert asked(network) == ["https://shelf.example/9780262033848.json"]
    assert "title: Introduction to Algorithms  [shelf name, 0.95]" in result.stdout
    assert read().endswith(
        "- id: cormen2009introduction\n  type: book\n  title: Introduction to Algorithms\n"
        "  author:\n  - {family: Cormen, given: Thomas H.}\n"
        "  issued: 2009\n  ISBN: 9780262033848\n"
    )
