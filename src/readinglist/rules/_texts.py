"""The texts of a catalog's entries that hold some sign, found without looking at all the others."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from readinglist.catalog_file.scalars import scalar
from readinglist.model.catalog import Catalog
from readinglist.model.entry import ATTRIBUTES, DATE_FIELDS, NAME_FIELDS, URL_FIELDS, Entry
from readinglist.model.place import Place
from readinglist.model.spelling import canonical_name

# What is kept as it is, whatever it looks like.
_OPAQUE = frozenset({"custom", "citation", "check"})
_WORDS = """title title-short label genre container-title container-title-short collection-title part-title
    volume-title reviewed-title reviewed-genre original-title event-title event-place publisher publisher-place
    original-publisher original-publisher-place authority medium division source archive""".split()
_NO_WORDS = """DOI arxiv arxiv-class acl openreview dblp ads hal rfc ISBN ISSN PMID PMCID swhid github id language
    needs related aliases listed others minutes rating reading level""".split()

TITLES = frozenset(name for name in _WORDS if "title" in name or name == "label")
"""Fields that hold a title."""

SHORT_TEXTS = NAME_FIELDS | set(_WORDS) | {"area", "tags"}
"""Fields of words on one line: titles, names, publishers."""

PROSE = frozenset(ATTRIBUTES) - URL_FIELDS - DATE_FIELDS - set(_NO_WORDS)
"""Fields of words, long ones too."""


def texts(
    catalog: Catalog, sign: re.Pattern[str], fields: Container[str], *hints: str | re.Pattern[str]
) -> Iterator[tuple[Place, str]]:
    """Yield each text in the given fields in which `sign` is found, with its place.

    Only entries in whose lines a hint stands are looked at: words or patterns without which there is no sign.
    """
    for file, written in catalog.written.items():
        for index in written.entries_with(*hints):
            for path, text, _, _ in written.scalars(("references", index)):
                if text and _within(path, fields) and sign.search(text):
                    yield Place(file, path), text


def field_of(place: Place) -> str:
    """Return the canonical name of the field that a place lies in."""
    return canonical_name(str(place.path[2]))


def states(catalog: Catalog, place: Place) -> bool:
    """Return whether something is written at a place, be it right or wrong."""
    return catalog.as_written(place) is not None


def written_as(catalog: Catalog, entry: Entry, name: str, value: str) -> str:
    """Return how a field is written where the entry stands: as YAML, or as BibTeX."""
    if entry.place not in catalog.by_record:
        return f"`{name}: {scalar(value)}`"
    if name == "arxiv":
        return f"`eprint = {{{value}}}` with `archivePrefix = {{arXiv}}`"
    return f"`{name.lower()} = {{{value}}}`"


def item_place(catalog: Catalog, place: Place, index: int) -> Place:
    """Return the place of an item of a list, which may have been written without the list."""
    return place if isinstance(catalog.as_written(place), str | dict) else place.at(index)


def _within(path: tuple[str | int, ...], fields: Container[str]) -> bool:
    return len(path) > 2 and (name := canonical_name(str(path[2]))) in fields and name not in _OPAQUE
