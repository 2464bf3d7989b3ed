"""What an entry of a list is asked about by: each identifier that it states, the surest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readinglist.metadata.resolving import subject_of
from readinglist.metadata.subject import Subject
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.spelling import canonical_fields

_LABELS = (
    ("doi", "doi"),
    ("arxiv", "arxiv"),
    ("pmid", "pmid"),
    ("pmcid", "pmcid"),
    ("isbn", "isbn"),
    ("acl", "acl"),
    ("openreview", "openreview"),
    ("github", "github"),
    ("swhid", ""),
)
_IN_A_BOOK = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"})


def subjects_of(entry: Entry) -> tuple[Subject, ...]:
    """Return what identifies the work of an entry; nothing where it states no identifier and no address."""
    return tuple(dict.fromkeys(_subjects(entry)))


def _subjects(entry: Entry) -> Iterator[Subject]:
    for attribute, label in _LABELS:
        value = getattr(entry, attribute)
        if not value or (attribute == "isbn" and entry.type in _IN_A_BOOK):  # it is that of the book
            continue
        if subject := subject_of(f"{label}:{value}" if label else value):
            yield subject
    address = entry.url or entry.link
    if address and (subject := subject_of(address)):
        yield subject


def written_fields(catalog: Catalog, entry: Entry) -> Mapping[str, Any]:
    """Return the fields of an entry as its file has them."""
    written: Any = catalog.as_written(entry.place)
    return canonical_fields(written)
