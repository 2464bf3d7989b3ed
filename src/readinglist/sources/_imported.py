"""Answers that are bibliographies: the importer of their format reads them, and its fields become claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.importers import Imported, Importer
from readinglist.metadata.outcome import NotFound, Outcome, Unreadable
from readinglist.model.entry import ATTRIBUTES
from readinglist.sources._claims import Claims, Word
from readinglist.sources._text import title, words

# The importers' own bookkeeping, and what belongs to the list and not to the work.
_LEFT_OUT = frozenset({"id", "custom", "tags", "annote", "accessed", "note", "protect", "aliases"})


def read(importer: Importer, text: str, claims: Claims, number: int = 0) -> Outcome:
    """Return what one entry of a bibliography says about a work."""
    found = importer(text)
    if len(found.entries) <= number:
        return _nothing(found)
    state(found.entries[number].fields, importer.name, claims)
    return claims.known()


def state(fields: Mapping[str, Any], where: str, claims: Claims) -> None:
    """Claim the fields of an entry."""
    for field in ATTRIBUTES:
        if field in fields and field not in _LEFT_OUT:
            claims.add(field, _decent(field, fields[field]), f"{where}.{field}")
    if fields.get("type") == "dataset":
        claims.held_by(Word(str(fields.get("publisher", "")), f"{where}.publisher"))


def _decent(field: str, value: Any) -> Any:
    if isinstance(value, str) and field not in ("URL", "DOI"):
        return title(value) if field in ("title", "title-short") else words(value)
    return value


def _nothing(found: Imported) -> Outcome:
    if found.findings:
        return Unreadable(found.findings[0].message)
    return NotFound("there is no entry in it")
