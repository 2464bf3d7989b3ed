"""A command line in a temporary folder: run in this process, or as a process of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from readinglist.cli import run as run_command

CATALOG = """\
# A list for the tests.
version: 1
areas:
  inference: {title: Inference, description: How models answer}
  hardware: Hardware
editions:
  first: {ids: [ko2025tpu], date: 2025-07}
references:
- id: kwon2023paged
  type: paper-conference
  title: Efficient Memory Management with PagedAttention
  author:
  - {family: Kwon, given: Woosuk}
  - {family: Li, given: Zhuohan}
  - {literal: vLLM contributors}
  issued: 2023-10-23
  DOI: 10.1145/3600006.3613165
  arxiv: "2309.06180"
  annote: The paper behind vLLM.
  area: [inference]
  tags: [kv-cache, memory]  # what people search for

- id: ko2025tpu
  type: post-weblog
  title: TPU Deep Dive
  author:
  - {family: Ko, given: Henry}
  issued: 2025-06-18
  URL: https://example.org/tpu
  annote: Why systolic arrays.
  area: [hardware]
  needs: [kwon2023paged]
"""


class Result(NamedTuple):
    """What a command did, as its user sees it."""

    status: int
    stdout: str
    stderr: str


Run = Callable[..., Result]
Complete = Callable[..., list[str]]


@pytest.fixture
def here(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the command runs in; it holds the catalog above."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    for name in ("NO_COLOR", "VISUAL", "EDITOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    write("catalog.yaml", CATALOG)
    return tmp_path


@pytest.fixture
def run(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process."""

    def runner(*args: str, stdin: str | bytes = b"") -> Result:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capsys.readouterr()
        status = run_command(args)
        return Result(status, *capsys.readouterr())

    return runner


@pytest.fixture
def spawn(here: Path) -> Run:
    """Run a command as a process of its own, with these variables in its environment."""

    def runner(*args: str, stdin: str = "", **environment: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "readinglist", *args],
            input=stdin.encode(),
            capture_output=True,
            check=False,
            env=clean_environment() | environment,
        )
        encoding = environment.get("PYTHONIOENCODING", "utf-8")
        return Result(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))

    return runner


def clean_environment() -> dict[str, str]:
    """The environment without what would change how a command speaks."""
    changing = ("NO_COLOR", "VISUAL", "EDITOR", "COLUMNS", "PYTHONIOENCODING", "PYTHONUTF8")
    return {name: value for name, value in os.environ.items() if name not in changing}


def write(name: str, text: str) -> Path:
    """Write a file in the current folder."""
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="")
    return file


def read(name: str = "catalog.yaml") -> str:
    """Return a file of the current folder as it is."""
    return Path(name).read_bytes().decode()


def says(*lines: str) -> Result:
    """A result that is fine, and says this on stdout."""
    return Result(0, "".join(f"{line}\n" for line in lines), "")


def fails(*lines: str) -> Result:
    """A result that could not do the work, and says why."""
    return Result(2, "", "".join(f"error: {line}\n" for line in lines))
