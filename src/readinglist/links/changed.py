"""Which lines of which files a branch has changed, from git."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from readinglist.history.git import commit_of, fork_of, git, git_or_none
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
        commit_of(folder, since)
        if git_or_none(folder, "ls-files", "--error-unmatch", "--", file.name) is None:
            found[str(file)] = frozenset(range(1, file.read_bytes().count(b"\n") + 2))
            continue
        words = ("diff", "--unified=0", "--no-color", "--no-ext-diff", "--end-of-options")
        told = git(folder, *words, fork_of(folder, since), "--", file.name)
        found[str(file)] = frozenset(_new_lines(told))
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
