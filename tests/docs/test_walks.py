"""The tutorial and the how-tos are walked from an empty folder, and what they print is what stands in them."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from tests.docs.blocks import ROOT, blocks
from tests.docs.console import commands, follow, statuses

DOCS = ROOT / "docs"
TUTORIAL = DOCS / "tutorial.md"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_tutorial_leads_from_an_empty_folder_to_a_page_and_a_green_check(here: Path) -> None:
    assert follow(TUTORIAL) == 7
    page = (here / "exports" / "index.html").read_text("utf-8")
    titles = ("Attention Is All You Need", "Making Deep Learning Go Brrrr", "Transformer Inference Arithmetic")
    assert [title for title in titles if title not in page] == []
    assert "- [Transformer Inference Arithmetic](https://kipp.ly/" in (here / "README.md").read_text("utf-8")
    assert (here / ".github" / "workflows" / "readinglist.yml").exists()
    *_, last = blocks("console", pages=iter([TUTORIAL]))
    assert commands(last.text) == ["readinglist lint", "readinglist build --check", "readinglist check --offline"]
    assert statuses(last.text) == [0, 0, 0]


@pytest.mark.parametrize("page", sorted((DOCS / "howto").glob("*.md")), ids=lambda page: page.stem)
def test_a_how_to_does_what_it_says(page: Path, here: Path) -> None:
    assert follow(page) > 0


def test_typst_takes_what_its_how_to_makes_for_it(here: Path) -> None:
    follow(DOCS / "howto" / "typst.md")
    page, warnings = typst.compile_with_warnings("main.typ", format="svg")
    assert (len(page or b"") > 0, warnings) == (True, [])
