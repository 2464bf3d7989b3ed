"""A list that lives in Markdown: read as a catalog whose entries know their lines in it."""

from __future__ import annotations

from collections.abc import Mapping

from readinglist.bibliography_source import catalog_of
from readinglist.catalog_file.read import read_catalog
from readinglist.converting import decoded, read_source
from readinglist.errors import CannotRead, NoBibliography
from readinglist.foreign_yaml import other_format
from readinglist.importers import Imported, find_importer
from readinglist.importers._found import ENTRY_DROPPED
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.model.place import Place
from readinglist.whereabouts import is_catalog, is_markdown


def read_lists(contents: Mapping[str, bytes]) -> Catalog:
    """Return the catalog in these files, in this order: lists in Markdown, bibliographies, and catalogs."""
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
        records=tuple(record for part in parts for record in part.records),
    )


def _read(file: str, data: bytes) -> Catalog:
    other = other_format(data) if is_catalog(file) else None
    if is_catalog(file) and not other:
        return read_catalog({file: data})
    text = decoded(data)
    if is_markdown(file):
        return catalog_of(find_importer("markdown")(text, file), "markdown")
    try:
        source, recognised = read_source(text, file, other)
    except NoBibliography as error:
        dropped = Finding(Place(file, offset=0), error.told, rule=ENTRY_DROPPED)
        return catalog_of(Imported(findings=(dropped,), file=file, text=text), "csl-json")
    except CannotRead:  # what is no list and no bibliography can only be a catalog, perhaps a broken one
        return read_catalog({file: data})
    return catalog_of(source, recognised.format)
