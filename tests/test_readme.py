"""The README is run from top to bottom, and prints what stands in it."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from readinglist.cli import run
from tests.docs.blocks import ROOT, blocks

README = ROOT / "README.md"


def test_the_readme_prints_what_stands_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (catalog,) = blocks("yaml", pages=iter([README]))
    Path("catalog.yaml").write_text(catalog.text, "utf-8")
    for block in blocks("console", pages=iter([README])):
        printed = ""
        for command in [line[2:] for line in block.text.splitlines() if line.startswith("$ ")]:
            name, *args = shlex.split(command)
            assert name == "readinglist"
            capsys.readouterr()
            run(args)
            out, err = capsys.readouterr()
            printed += f"$ {command}\n{err}{out}"
        assert printed == block.text, block.where
