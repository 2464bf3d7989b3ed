"""Other words for fields: read as the one word that `fmt` writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.model.entry import ATTRIBUTES
from readinglist.model.person import split_names
from readinglist.model.types import canonical_type

_OTHER_WORDS = {
    "abbreviated-journal": "container-title-short",
    "areas": "area",
    "authors": "author",
    "booktitle": "container-title",
    "citation-key": "id",
    "conference": "event-title",
    "date": "issued",
    "edition-number": "edition",
    "editors": "editor",
    "eprint": "arxiv",
    "event": "event-title",
    "institution": "publisher",
    "journal": "container-title",
    "keywords": "tags",
    "kind": "type",
    "lang": "language",
    "location": "publisher-place",
    "organization": "publisher",
    "pages": "page",
    "published": "issued",
    "school": "publisher",
    "series": "collection-title",
    "site": "container-title",
    "tag": "tags",
    "translators": "translator",
    "venue": "container-title",
    "website": "container-title",
    "why": "annote",
    "year": "issued",
}

FIELD_ALIASES: dict[str, str] = {
    **_OTHER_WORDS,
    **{name.casefold(): name for name in ATTRIBUTES if name != name.casefold()},
    **{name.replace("-", "_"): name for name in ATTRIBUTES if "-" in name},
}
"""Another word for a field -> the field."""


MORE_AUTHORS = ("others", "et al.")
"""What says, at the end of a list of authors, that there are more."""


def canonical_name(word: str) -> str:
    """Return the field that `word` names; a word nobody knows comes back as it is."""
    if word in ATTRIBUTES:
        return word
    return FIELD_ALIASES.get(word) or FIELD_ALIASES.get(word.casefold(), word)


def spelled(fields: Mapping[str, Any], name: str) -> str:
    """Return the word under which `fields` holds the field `name`."""
    if name in fields:
        return name
    return next((word for word in fields if canonical_name(word) == name), name)


def canonical_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry's fields under canonical names and types, without those that say nothing."""
    found = {canonical_name(word): value for word, value in fields.items() if value is not None}
    if known := canonical_type(word) if isinstance(word := found.get("type"), str) else None:
        found["type"] = known[0]
        if known[1] and "genre" not in found:
            found["genre"] = known[1]
    authors = found.get("author")
    if isinstance(authors, str):
        authors = split_names(authors)
    if isinstance(authors, list) and len(authors) > 1 and authors[-1] in MORE_AUTHORS:
        found["author"], found["others"] = authors[:-1], "true"
    return found
