"""Where a reading list is configured, found without reading more than is asked: completion cannot wait."""

from __future__ import annotations

import os
from collections.abc import Iterator

FILE_NAME = "readinglist.toml"
USUAL_CATALOGS = ("catalog/*.yaml", "catalog/*.yml", "catalog.yaml", "catalog.yml")


def nearest_config(start: str) -> str | None:
    """Return the configuration nearest to a folder, upward: readinglist.toml, or a pyproject.toml that names us."""
    for folder in _upward(os.path.realpath(start)):
        for name in (FILE_NAME, "pyproject.toml"):
            file = os.path.join(folder, name)  # noqa: PTH118 — pathlib takes longer to load than this to run
            if os.path.isfile(file) and (name == FILE_NAME or _speaks_of_us(file)):  # noqa: PTH113
                return file
    return None


def _upward(folder: str) -> Iterator[str]:
    before = ""
    while folder != before:
        yield folder
        before, folder = folder, os.path.dirname(folder)  # noqa: PTH120


def _speaks_of_us(file: str) -> bool:
    with open(file, encoding="utf-8", errors="replace") as stream:  # noqa: PTH123
        return any(line.startswith(("[tool.readinglist]", "[tool.readinglist.")) for line in stream)


def shown(file: str) -> str:
    """Return a path as people write it: relative to where they are, if it lies below."""
    absolute, here = os.path.abspath(file), os.getcwd()  # noqa: PTH100, PTH109 — a link stays a link
    return absolute[len(here) :].lstrip(os.sep) if absolute.startswith(here.rstrip(os.sep) + os.sep) else absolute


def is_markdown(file: str) -> bool:
    """Return whether a file of this name is a list in Markdown."""
    return file.lower().endswith((".md", ".markdown", ".qmd"))


def is_catalog(file: str) -> bool:
    """Return whether a file of this name is a catalog."""
    return file.lower().endswith((".yaml", ".yml"))
