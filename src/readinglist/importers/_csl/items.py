"""A CSL item into the fields of a catalog, whoever wrote it: Zotero, Better BibTeX, pandoc, Crossref, ourselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from readinglist.importers import Fields
from readinglist.importers import _found as said
from readinglist.importers._csl.ours import with_ours
from readinglist.importers._csl.parts import csl_date, csl_names
from readinglist.importers._values import as_data, as_text, sound, stated
from readinglist.model.entry import ATTRIBUTES, DATE_FIELDS, NAME_FIELDS, URL_FIELDS
from readinglist.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, ArXiv, Identifier, Key, Url
from readinglist.model.types import CSL_TYPES, canonical_type

_OTHER_NAMES = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "event": "event-title",
    "container_title": "container-title",
    "accession-date": "accessed",
    "published": "issued",
    "categories": "tags",
}
# What other programs write for CSL's types: Crossref, DataCite, pandoc's reader of RIS.
_OTHER_TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "edited-book": "book",
    "monograph": "book",
    "reference-book": "book",
    "proceedings": "book",
    "reference-entry": "entry",
    "dissertation": "thesis",
    "posted-content": "article",
    "motion-picture": "motion_picture",
    "program": "software",
    "catalog": "document",
    "unpublished": "manuscript",
    "blogpost": "post-weblog",
    "component": "document",
    "other": "document",
    "no-type": "document",
}
_KINDS: dict[str, type[Identifier]] = {
    "DOI": DOI, "ISBN": ISBN, "ISSN": ISSN, "PMID": PMID, "PMCID": PMCID, "URL": Url,
}  # fmt: skip
MARKED_UP = frozenset({"title", "title-short", "container-title", "container-title-short", "collection-title"})
_ARXIV_LINE = re.compile(r"^arXiv: ?(\S+)(?: \[([^\]\s]+)\])?$", re.MULTILINE)
Plain = Callable[[str], tuple[str, list[str]]]
"""What a title says without its markup, and the words whose capitals the markup keeps."""


_READ_APART = frozenset({"id", "citation-key", "custom", "type"})


def item_fields(item: Mapping[str, Any], plain: Plain) -> tuple[Fields, list[tuple[str, str]]]:
    """Return an item's fields, and what there is to say about it."""
    told: list[tuple[str, str]] = []
    fields: dict[str, Any] = {"id": _key(item)}
    aside: dict[str, Any] = {}
    custom = item.get("custom")
    more = dict(custom) if isinstance(custom, Mapping) else {"custom": custom} if custom else {}
    own = more.pop("readinglist", None)
    fields["custom"] = as_data(more)
    for name, value in item.items():
        if name not in _READ_APART and not (own and name == "categories"):
            _field(fields, aside, _OTHER_NAMES.get(name, name), value, plain)
    fields["type"] = _type(item.get("type"), told)
    if isinstance(own, Mapping):
        if "protect" not in item:
            fields["protect"] = None
        fields = with_ours(stated(fields), own, as_text(item.get("keyword")))
    _arxiv(fields)
    if aside:
        told.append((said.KEPT_ASIDE, f"kept under `custom`: {', '.join(aside)}"))
        fields["custom"] = {**(fields.get("custom") or {}), "csl": as_data(aside)}
    return stated(fields), told


def _key(item: Mapping[str, Any]) -> str | None:
    """Return the citation key; an address, which is what Zotero has for an id, is none."""
    for name in ("citation-key", "id"):
        key = as_text(item.get(name))
        if key and not re.match(r"https?://|10\.\d{4,}/|doi:", key, re.IGNORECASE):
            return key if Key.pattern.fullmatch(key) or name == "id" else None
    return None


def known_type(type: Any) -> str | None:
    """Return the CSL type that a word is, or is for Crossref, DataCite and pandoc."""
    word = as_text(type)
    return word if word in CSL_TYPES else _OTHER_TYPES.get(word.lower())


def _type(type: Any, told: list[tuple[str, str]]) -> str:
    word = as_text(type)
    known = known_type(word) or (canonical_type(word) or ("",))[0]
    if not known and word:
        told.append((said.TYPE_UNKNOWN, f"nobody knows the type '{word}'; it is read as a document"))
    return known or "document"


def _field(fields: dict[str, Any], aside: dict[str, Any], name: str, value: Any, plain: Plain) -> None:
    if value is None or name in fields:
        return
    if found := _read(fields, name, value, plain):
        fields[name] = found
    elif not _says_nothing(value):
        aside[name] = value


def _read(fields: dict[str, Any], name: str, value: Any, plain: Plain) -> Any:
    """Return what a variable says, as a catalog has it; None where it says nothing that one can hold."""
    if name in NAME_FIELDS:
        return _people(fields, name, value)
    if name in DATE_FIELDS:
        return csl_date(value)
    if name in _KINDS:
        return sound(_KINDS[name], _first(value))
    if name in MARKED_UP:
        text, protect = plain(_first(value))
        if name == "title" and protect:
            fields["protect"] = protect
        return text
    if name in URL_FIELDS and not isinstance(value, str):  # Crossref has a list of its own under `link`
        return None
    return as_data(value) if name in ATTRIBUTES else None


def _says_nothing(value: Any) -> bool:
    """Tell what is empty all the way down, such as `{"date-parts": [[null]]}`."""
    if isinstance(value, Mapping):
        return all(_says_nothing(each) for each in value.values())
    if isinstance(value, list):
        return all(map(_says_nothing, value))
    return value in (None, "")


def _first(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return as_text(value)


def _people(fields: dict[str, Any], name: str, value: Any) -> list[dict[str, str]]:
    people = csl_names(value)
    if name == "author" and people and people[-1].get("literal", "").lower() in ("others", "et al.", "et al"):
        people.pop()
        fields["others"] = "true"
    return people


def _arxiv(fields: dict[str, Any]) -> None:
    """Take the arXiv number from where Zotero keeps it: a line of the note, or the number."""
    for name in ("note", "number"):
        found = _ARXIV_LINE.search(as_text(fields.get(name)))
        if found and "arxiv" not in fields and (number := sound(ArXiv, found[1])):
            fields["arxiv"] = number
            fields["arxiv-class"] = fields.get("arxiv-class") or found[2]
