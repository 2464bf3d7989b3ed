"""Change a catalog on disk: read it under the lock, decide, edit, write; or show what would be written."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from readinglist.catalog_file.parse import no_garbage_collection
from readinglist.catalog_file.read import newer_version, problems_around, problems_of, read_files
from readinglist.catalog_file.write import rewritten
from readinglist.errors import EditRefused
from readinglist.model.catalog import Catalog
from readinglist.model.edit import AddEntry, Edit
from readinglist.model.finding import Finding
from readinglist.model.place import Place
from readinglist.model.written import Node, Written
from readinglist.store import locked, write_whole


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after; before is None where there was no file."""

    file: str
    before: str | None
    after: str

    @property
    def diff(self) -> str:
        """The change as a unified diff; empty where there is none."""
        lines = difflib.unified_diff(
            (self.before or "").splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            f"a/{self.file}",
            f"b/{self.file}",
        )
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


Decide = Callable[[Catalog], Iterable[Edit]]


def change(files: Sequence[Path], decide: Decide, *, write: bool = True) -> tuple[Change, ...]:
    """Make the edits that `decide` asks for, after reading the catalog as it is on disk now."""
    return rewrite(files, lambda catalog: _edited_texts(catalog, decide(catalog)), write=write)


def rewrite(
    files: Sequence[Path], texts: Callable[[Catalog], dict[str, str]], *, write: bool = True
) -> tuple[Change, ...]:
    """Give files the texts that a function of the catalog answers, under the lock; return what changed."""
    if not write:
        return _changes(read_files(files), texts)
    with locked(files[0].parent):
        catalog = read_files(files)
        changes = _changes(catalog, texts)
        for each in changes:
            mark = "\ufeff" if catalog.written[each.file].bom else ""
            write_whole(Path(each.file), mark + each.after)
    return changes


def _changes(catalog: Catalog, texts: Callable[[Catalog], dict[str, str]]) -> tuple[Change, ...]:
    found = texts(catalog)
    pairs = [(file, catalog.written[file].text, text) for file, text in found.items()]
    return tuple(Change(file, before, after) for file, before, after in pairs if before != after)


def _edited_texts(catalog: Catalog, edits: Iterable[Edit]) -> dict[str, str]:
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file if isinstance(edit, AddEntry) else edit.place.file, []).append(edit)
    found: list[Finding] = []
    with no_garbage_collection():
        after = {file: _rewritten(catalog.written[file], own, found) for file, own in by_file.items()}
        found += problems_around(after.values())
    _refuse_new_problems(catalog, found)
    return {file: written.text for file, written in after.items()}


def _rewritten(written: Written, edits: Sequence[Edit], found: list[Finding]) -> Written:
    """Return a file with these edits made, and in `found` what is wrong with each of its entries."""

    def look(entry: Node, number: int) -> None:
        found.extend(problems_of(entry, Place(written.file, ("references", number))))

    return rewritten(written, edits, None if newer_version(written.root) else look)


def _refuse_new_problems(catalog: Catalog, found: Iterable[Finding]) -> None:
    """Raise `EditRefused` where the new texts can be read less well than the old ones."""
    known = {(problem.rule, problem.message) for problem in catalog.problems}
    new = [problem.message for problem in found if (problem.rule, problem.message) not in known]
    if new:
        raise EditRefused("; ".join(dict.fromkeys(new)))
