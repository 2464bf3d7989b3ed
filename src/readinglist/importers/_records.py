"""One record of another project's list: what its words for fields mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from readinglist.importers._bookmarks import moment, words
from readinglist.importers._dates import from_text
from readinglist.importers._values import as_data, as_text, sound
from readinglist.markdown.details import address, names
from readinglist.model.identifiers import DOI, ArXiv, Key
from readinglist.model.malformed import Malformed
from readinglist.model.person import person_fields

_WORDS = {
    "title": "title name paper-title",
    "URL": "url link paper href homepage website website-url web page paper-link paper-url arxiv-url",
    "pdf": "pdf pdf-url paper-pdf",
    "code": "code source source-code-url github repo repository code-url source-code",
    "github": "github-id github-repo",
    "video": "video video-url youtube",
    "slides": "slides slides-url",
    "annote": "annote note notes summary tldr why why-read why-it-matters anno description annotation comment comments",
    "area": "area areas category categories section sections topic topics",
    "tags": "tags keywords keyword labels tag",
    "container-title": "container-title venue journal conference publication published booktitle",
    "issued": "issued year date published-at publication-date",
    "author": "author authors by",
    "added": "added created created-at date-added saved-at",
    "abstract": "abstract",
    "DOI": "doi",
    "arxiv": "arxiv arxiv-id",
    "id": "id slug key",
}
_FIELDS = {word: name for name, all_words in _WORDS.items() for word in all_words.split()}
_CONTAINER_NAMES = ("title", "name", "display", "weektitle", "heading", "label", "topic", "category", "section")
_READING = {"to-read": "to-read", "toread": "to-read", "unread": "to-read", "reading": "reading", "read": "read"}


def spelled(word: str) -> str:
    """Return the field that another project's word means; a word nobody knows comes back with dashes."""
    word = re.sub(r"[\s_]+", "-", word.strip().casefold())
    return _FIELDS.get(word) or _FIELDS.get(word.removeprefix("paper-"), word)


def named(container: Mapping[str, Any]) -> str:
    """Return the title of a map that holds records, where it has one."""
    return next((as_text(container[name]) for name in _CONTAINER_NAMES if as_text(container.get(name))), "")


def is_record(node: Mapping[str, Any]) -> bool:
    """Return whether a map is an entry: it has a title and an address, or authors and a year."""
    known = {spelled(str(name)) for name, value in node.items() if isinstance(value, str | int) and value != ""}
    known |= {"author"} if any(spelled(str(name)) == "author" and value for name, value in node.items()) else set()
    if "title" not in known:
        return False
    return bool(known & {"URL", "pdf", "github", "DOI", "arxiv"}) or known >= {"author", "issued"}


def fields_of_record(record: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return a record as the fields of an entry, and the names of its areas."""
    fields: dict[str, Any] = {}
    aside: dict[str, Any] = {}
    areas: list[str] = []
    for word, value in record.items():
        name = spelled(str(word))
        if name == "area":
            areas += words(value)
        elif (read := _value(name, value)) and name not in fields:
            fields |= read if isinstance(read, dict) else {name: read}
        elif value not in (None, "", [], {}):
            aside[str(word)] = as_data(value)
    if "github" in fields and "URL" not in fields:
        fields["URL"] = f"https://github.com/{fields.pop('github')}"
    if "URL" not in fields and "pdf" in fields:
        fields["URL"] = fields.pop("pdf")
    return fields | ({"custom": aside} if aside else {}), areas


def _value(name: str, value: Any) -> Any:
    """Return what a field says, or several fields; nothing where it cannot be that field."""
    text = as_text(value)
    if name == "author":
        return _people(value)
    if name == "tags":
        return words(value)
    if name in {"URL", "pdf", "code", "video", "slides"}:
        return address(text)
    if name in {"issued", "added"}:
        return (from_text(text) if name == "issued" else None) or moment(value)
    if name in {"DOI", "arxiv"}:
        return sound(DOI if name == "DOI" else ArXiv, text) if text else None
    if name == "id":
        return text if Key.pattern.fullmatch(text) and not text.isdigit() else None
    if name in {"status", "reading"}:
        return {"reading": _READING[text.lower()]} if text.lower() in _READING else None
    return text if name in {"title", "annote", "container-title", "abstract", "github"} else None


def _people(value: Any) -> dict[str, Any] | None:
    """Return the authors: a text with all of them, a list of names, or of maps with a name."""
    if isinstance(value, list):
        each = [as_text(one.get("name") if isinstance(one, Mapping) else one) for one in value]
    elif found := names(as_text(value)):
        return found
    else:
        each = re.split(r"\s*;\s*|,?\s+and\s+", as_text(value))
    try:
        people = [person_fields(re.sub(r",? et al\.?$", "", name)) for name in each if name]
    except Malformed:
        return None
    return {"author": people} if people else None
