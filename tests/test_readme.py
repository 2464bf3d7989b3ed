"""The README is run from top to bottom, and prints what stands in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.docs.blocks import ROOT, blocks
from tests.docs.console import printed

README = ROOT / "README.md"


def test_the_first_screen_prints_what_the_list_of_this_repository_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("catalog", "exports"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "readinglist.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    first = next(iter(blocks("console", pages=iter([README]))))
    assert printed(first.text) == first.text


def test_the_rest_prints_what_the_list_that_it_begins_with_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (catalog,) = blocks("yaml", pages=iter([README]))
    Path("catalog.yaml").write_text(catalog.text, "utf-8")
    (config,) = blocks("toml", pages=iter([README]))
    _, *rest = blocks("console", pages=iter([README]))
    for block in rest:
        if "readinglist build" in block.text:
            Path("readinglist.toml").write_text(config.text, "utf-8")
        assert printed(block.text) == block.text, block.where
