"""A list that lives in Markdown: read as a catalog whose entries know their lines in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from readinglist.catalog_file.read import read_files
from readinglist.converting import decoded
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
    )


def _read(file: Path) -> Catalog:
    if file.suffix.lower() in {".yaml", ".yml"}:
        return read_files([file])
    try:
        text = decoded(file.read_bytes())
    except OSError as error:
        raise CannotRead(f"{file}: cannot be read: {why(error)}") from error
    return find_importer("markdown")(text, file.as_posix()).catalog
