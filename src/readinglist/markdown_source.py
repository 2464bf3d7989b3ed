"""A list that lives in Markdown: read as a catalog whose entries know their lines in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from readinglist.bibliography_source import catalog_of
from readinglist.catalog_file.read import read_files
from readinglist.converting import decoded, read_source
from readinglist.errors import CannotRead, why
from readinglist.importers import find_importer
from readinglist.model.catalog import Catalog


def read_lists(files: Iterable[Path]) -> Catalog:
    """Return the catalog in these files, in this order: lists in Markdown, and catalog files among them."""
    parts = [_read(file) for file in files]
    first = parts[0]
    return Catalog(
        entries=tuple(entry for part in parts for entry in part),
        areas={name: area for part in reversed(parts) for name, area in part.areas.items()},
        editions={name: edition for part in reversed(parts) for name, edition in part.editions.items()},
        title=first.title,
        description=first.description,
        language=first.language,
        written={name: written for part in parts for name, written in part.written.items()},
        headers={name: header for part in parts for name, header in part.headers.items()},
        problems=tuple(problem for part in parts for problem in part.problems),
        records=tuple(record for part in parts for record in part.records),
    )


def _read(file: Path) -> Catalog:
    if is_catalog(file):
        return read_files([file])
    try:
        text = decoded(file.read_bytes())
    except OSError as error:
        raise CannotRead(f"{file}: cannot be read: {why(error)}") from error
    if is_markdown(file):
        return catalog_of(find_importer("markdown")(text, file.as_posix()), "markdown")
    try:
        source, recognised = read_source(text, file.as_posix())
    except CannotRead:  # what is no list and no bibliography can only be a catalog, perhaps a broken one
        return read_files([file])
    return catalog_of(source, recognised.format)


def is_catalog(file: Path) -> bool:
    """Return whether a file is a catalog, by its name."""
    return file.suffix.lower() in {".yaml", ".yml"}


def is_markdown(file: Path) -> bool:
    """Return whether a file is one of Markdown, by its name."""
    return file.suffix.lower() in {".md", ".markdown", ".qmd"}
