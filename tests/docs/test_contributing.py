"""The walk-through in CONTRIBUTING is one that works: its file, dropped into the drawer, is a rule."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.blocks import ROOT, blocks

NAME = "shouted-annotation"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package and the rules' tests, with the file of the walk-through in the drawer."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "readinglist", tmp_path / "readinglist", ignore=ignore)
    shutil.copytree(ROOT / "tests" / "rules", tmp_path / "tests" / "rules", ignore=ignore)
    (code,) = [block for block in blocks("python", pages=iter([ROOT / "CONTRIBUTING.md"])) if block.mark == "rule"]
    file = tmp_path / "readinglist" / "rules" / "curation" / f"{NAME.replace('-', '_')}.py"
    file.write_text(code.text, "utf-8")
    (tmp_path / "catalog.yaml").write_text("references:\n- id: a\n  title: T\n  annote: Read this!\n", "utf-8")
    return tmp_path


def _run(copy: Path, *args: str) -> tuple[int, str]:
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    done = subprocess.run([sys.executable, "-m", *args], cwd=copy, env=environment, capture_output=True, check=False)
    return done.returncode, done.stdout.decode() + done.stderr.decode()


def test_a_file_dropped_into_the_drawer_is_a_rule_with_its_page(copy: Path) -> None:
    assert _run(copy, "readinglist", "lint", "--select", NAME, "--fail-on", "info") == (
        1,
        "catalog.yaml:4:11: info[shouted-annotation]: this annotation shouts; say what the work is good for, "
        "and end with a full stop\n1 info in 1 file\n",
    )
    status, page = _run(copy, "readinglist", "explain", NAME)
    assert (status, page.splitlines()[2]) == (0, "An annotation ends with an exclamation mark.")


def test_the_page_of_a_dropped_rule_is_run_as_its_test(copy: Path) -> None:
    status, report = _run(copy, "pytest", "-q", "-p", "no:cacheprovider", "tests/rules/test_pages.py", "-k", NAME)
    assert (status, "5 passed" in report) == (0, True), report
