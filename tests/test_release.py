"""The text of a release is its section of the changelog."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[1] / "release" / "notes.py"
CHANGELOG = """\
# Changelog

## Unreleased

- Not yet.

## [1.1.0] - 2026-11-21

### Added

- Feeds.

## 1.0.0

"""


def notes(folder: Path, *words: str) -> tuple[int, str, str]:
    """Run the script beside a changelog of its own."""
    (folder / "CHANGELOG.md").write_text(CHANGELOG)
    (folder / "release").mkdir()
    (folder / "release" / "notes.py").write_text(SCRIPT.read_text())
    done = subprocess.run(
        [sys.executable, "release/notes.py", *words], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr.partition("\n")[0]


def test_a_version_has_its_section(tmp_path: Path) -> None:
    assert notes(tmp_path, "1.1.0") == (0, "### Added\n\n- Feeds.\n", "")


def test_a_version_without_words_is_no_release(tmp_path: Path) -> None:
    told = "CHANGELOG.md says nothing of 1.0.0; it has sections for Unreleased, 1.1.0, 1.0.0"
    assert notes(tmp_path, "1.0.0") == (1, "", told)


def test_without_a_version_its_use_is_told(tmp_path: Path) -> None:
    status, _, told = notes(tmp_path)
    assert (status, told[:40]) == (1, "Print what CHANGELOG.md says of a versio")
