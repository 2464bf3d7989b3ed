"""A list that lives in Markdown: read as a catalog whose entries know their lines in it."""

from __future__ import annotations

from collections.abc import Mapping

from readinglist.catalog_file.read import read_catalog
from readinglist.converting import decoded
from readinglist.importers import find_importer
from readinglist.model.catalog import Catalog
from readinglist.whereabouts import is_markdown


def read_lists(contents: Mapping[str, bytes]) -> Catalog:
    """Return the catalog in these files, in this order: lists in Markdown, and catalog files among them."""
    parts = [_read(file, data) for file, data in contents.items()]
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


def _read(file: str, data: bytes) -> Catalog:
    return find_importer("markdown")(decoded(data), file).catalog if is_markdown(file) else read_catalog({file: data})
