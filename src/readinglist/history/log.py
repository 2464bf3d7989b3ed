"""The changes of a list, commit by commit, along the branch that is checked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readinglist.errors import CannotRead
from readinglist.history.differences import Difference, differences
from readinglist.history.git import commit_of, git, git_or_none
from readinglist.history.states import State, catalog_of, path_patterns, state_at
from readinglist.model.catalog import Catalog
from readinglist.reading_list import ReadingList

_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_FORMAT = "%H%x00%cI%x00%s"


@dataclass(frozen=True, slots=True)
class Step:
    """A commit that changed the list; `title` is the first line of its message."""

    commit: str
    moment: str
    title: str
    differences: tuple[Difference, ...]

    @property
    def day(self) -> str:
        """The day on which it was committed, where its author was."""
        return self.moment[:10]


def steps(where: ReadingList, since: str | None = None) -> Iterator[Step]:
    """Yield the commits that changed the list, the newest first; `since` is a commit or a day, `2026-11-21`.

    A merge is one step: what it brought to this branch.
    """
    root = where.config.root
    words = ["log", "--first-parent", "-z", f"--format={_FORMAT}", *_range(where, since), "--", *path_patterns(where)]
    catalogs = _Catalogs(where)
    rows = git(root, *words).split("\0")
    for commit, moment, title in zip(rows[::3], rows[1::3], rows[2::3], strict=False):
        parent = git_or_none(root, "rev-parse", "--quiet", "--verify", f"{commit}^1")
        found = differences(catalogs.at(parent.strip()) if parent else Catalog(), catalogs.at(commit))
        if found:
            yield Step(commit, moment, title, found)


def _range(where: ReadingList, since: str | None) -> list[str]:
    root = where.config.root
    if git_or_none(root, "rev-parse", "--git-dir") is None:
        raise CannotRead(f"{root}: no git repository here, so nothing is known of changes; `git init` begins one")
    if since is None:
        return ["HEAD"]
    if _DAY.fullmatch(since) and git_or_none(root, "rev-parse", "--quiet", "--verify", since) is None:
        return [f"--since={since if len(since) > 7 else since + '-01'}T00:00:00", "HEAD"]
    return [f"{commit_of(root, since)}..HEAD"]


class _Catalogs:
    """The catalog at commits; what did not change between two of them is read once."""

    def __init__(self, where: ReadingList) -> None:
        self.where = where
        self._last: list[tuple[State, Catalog]] = []

    def at(self, commit: str) -> Catalog:
        """Return the catalog of a commit."""
        state = state_at(self.where, commit)
        known = next((catalog for each, catalog in self._last if each == state), None)
        catalog = catalog_of(self.where, state) if known is None else known
        self._last = [(state, catalog), *(each for each in self._last if each[0] != state)][:2]
        return catalog
