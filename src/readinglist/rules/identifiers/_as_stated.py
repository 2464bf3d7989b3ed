"""Identifiers as the fields of a BibTeX file state them: what an importer mends in silence is a mistake in the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.model.identifiers import Identifier
from readinglist.model.malformed import Malformed


def not_plain(catalog: Catalog, kind: type[Identifier], taken_as: str, names: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each of these fields that was understood, as `taken_as`, and is not in its plain form."""
    for record in catalog.records:
        entry = catalog.entry_at(record.place)
        for name in record.fields.keys() & names if entry and entry.get(taken_as) else ():
            try:
                kind.parse(record.fields[name].replace("\\", "").strip(" \n{}"))
            except Malformed as error:
                if error.suggestion:
                    yield Finding(record.at(name), error.message)
