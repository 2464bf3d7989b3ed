"""Which lines of which files a branch has changed, from git."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from readinglist.errors import CannotRead
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry

Lines = dict[str, frozenset[int]]


def changed_lines(files: Sequence[str | Path], since: str) -> Lines:
    """Return the lines that are new or different since a commit, for each file as it is named here.

    What counts is the working tree against the point where it left `since`; a file that git does not know yet is
    new from its first line to its last.
    """
    found: Lines = {}
    for file in map(Path, files):
        folder = file.resolve().parent
        _git(folder, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{since}^{{commit}}")
        if _git(folder, "ls-files", "--error-unmatch", "--", file.name, fails=False) is None:
            found[str(file)] = frozenset(range(1, file.read_bytes().count(b"\n") + 2))
            continue
        base = (_git(folder, "merge-base", "--", since, "HEAD", fails=False) or since).strip()
        told = _git(
            folder, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--end-of-options", base, "--", file.name
        )
        found[str(file)] = frozenset(_new_lines(told or ""))
    return found


def touched(catalog: Catalog, lines: Lines) -> tuple[Entry, ...]:
    """Return the entries of which a line has changed."""
    return tuple(entry for entry in catalog if _is_touched(catalog, entry, lines))


def _is_touched(catalog: Catalog, entry: Entry, lines: Lines) -> bool:
    changed = lines.get(entry.place.file)
    if not changed:
        return False
    at = catalog.position(entry.place)
    last = at.end_line - (at.end_column == 1)
    return not changed.isdisjoint(range(at.line, max(at.line, last) + 1))


def _new_lines(diff: str) -> list[int]:
    hunks = re.findall(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", diff, re.MULTILINE)
    return [line for start, count in hunks for line in range(int(start), int(start) + int(count or 1))]


def _git(folder: Path, *words: str, fails: bool = True) -> str | None:
    try:
        done = subprocess.run(  # noqa: S603 - words of ours and names of files
            ["git", "-C", str(folder), *words],  # noqa: S607
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise CannotRead(f"git cannot be run: {error.strerror or error}") from error
    if done.returncode == 0:
        return done.stdout
    if fails:
        why = (done.stderr.strip().splitlines() or [f"it knows nothing of '{words[-1].removesuffix('^{commit}')}'"])[-1]
        raise CannotRead(f"git cannot say what has changed: {why}")
    return None
