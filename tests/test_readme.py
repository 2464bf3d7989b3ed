"""The README is run from top to bottom, and prints what stands in it."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from readinglist.cli import run
from tests.docs.blocks import ROOT, blocks

README = ROOT / "README.md"


def test_the_first_screen_prints_what_the_list_of_this_repository_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("catalog", "exports"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "readinglist.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    first = next(iter(blocks("console", pages=iter([README]))))
    assert _printed(first.text, capsys) == first.text


def test_the_rest_prints_what_the_list_that_it_begins_with_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (catalog,) = blocks("yaml", pages=iter([README]))
    Path("catalog.yaml").write_text(catalog.text, "utf-8")
    (config,) = blocks("toml", pages=iter([README]))
    _, *rest = blocks("console", pages=iter([README]))
    for block in rest:
        if "readinglist build" in block.text:
            Path("readinglist.toml").write_text(config.text, "utf-8")
        assert _printed(block.text, capsys) == block.text, block.where


def _printed(text: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Run the commands of a block; return them with what they print."""
    printed = ""
    for command in [line[2:] for line in text.splitlines() if line.startswith("$ ")]:
        name, *args = shlex.split(command)
        assert name == "readinglist"
        capsys.readouterr()
        run(args)
        out, err = capsys.readouterr()
        printed += f"$ {command}\n{err}{out}"
    return printed
