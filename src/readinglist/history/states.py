"""The list as it was: at a commit, in an edition, or as it lies in the folder now."""

from __future__ import annotations

import glob
import re
import tomllib
from collections.abc import Mapping, Sequence

from readinglist.history.git import contents, files_at
from readinglist.model.catalog import Catalog
from readinglist.reading_list import ReadingList, read_contents
from readinglist.whereabouts import FILE_NAME, USUAL_CATALOGS, shown

State = Mapping[str, str]
"""The files of a list in a commit, as people write their paths, with the names of their contents."""


def state_at(where: ReadingList, commit: str) -> State:
    """Return what the list consisted of at a commit; nothing, where it was not there yet."""
    root = where.config.root
    files = files_at(root, commit)
    patterns = [re.compile(_as_expression(each)) for each in _patterns(where, files)]
    names = dict.fromkeys(name for each in patterns for name in sorted(files) if each.fullmatch(name))
    return {shown(str(root / name)): files[name] for name in names}


def catalog_of(where: ReadingList, state: State) -> Catalog:
    """Return the catalog that files of a commit make."""
    return read_contents(dict(zip(state, contents(where.config.root, list(state.values())), strict=True)))


def path_patterns(where: ReadingList) -> Sequence[str]:
    """Return where git should look for what the list consists of, or consisted of."""
    return (FILE_NAME, *(f":(glob){pattern}" for pattern in _present_patterns(where)))


def _patterns(where: ReadingList, files: Mapping[str, str]) -> Sequence[str]:
    """Return the patterns by which the list was found at a commit, as far as its configuration can be read."""
    if FILE_NAME not in files or where.named:
        return _present_patterns(where)
    text = next(contents(where.config.root, [files[FILE_NAME]])).decode("utf-8-sig", "replace")
    try:
        stated = tomllib.loads(text).get("catalog", USUAL_CATALOGS)
    except tomllib.TOMLDecodeError:
        return _present_patterns(where)
    return [stated] if isinstance(stated, str) else [str(pattern) for pattern in stated]


def _present_patterns(where: ReadingList) -> Sequence[str]:
    if not where.named:
        return tuple(dict.fromkeys((*where.config.settings.catalog, *USUAL_CATALOGS)))
    root = where.config.root
    below = (file.resolve() for file in where.files if file.resolve().is_relative_to(root))
    return [glob.escape(file.relative_to(root).as_posix()) for file in below]


def _as_expression(pattern: str) -> str:
    """Return a pattern of paths, `catalog/**/*.yaml`, as a regular expression."""
    parts = re.split(r"(\*\*/|\*|\?|\[[^]]*\])", pattern)
    known = {"**/": "(?:[^/]+/)*", "*": "[^/]*", "?": "[^/]"}
    return "".join(known.get(each) or (each if each.startswith("[") else re.escape(each)) for each in parts)
