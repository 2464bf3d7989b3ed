"""Notes, keywords, languages: what is said about an entry beside what it is."""

from __future__ import annotations

import re
from typing import Any

from readinglist.importers._bib.identifiers import sound
from readinglist.importers._bib.raw import Raw, letter_by_letter
from readinglist.latex.languages import babel_name, tag_of
from readinglist.latex.notes import without_access
from readinglist.model.identifiers import Key, Url

_ARCHIVED = re.compile(r"(?:\A|(?<=[.!?]) +)Archived at \\url\{([^{}]*)\}\.?\s*\Z")
_VERSION = re.compile(r"Version (\d[\w.+-]*?)(?:\. +|\.?\Z)")
_VERSIONED = frozenset({"document", "software", "dataset", "report", "webpage"})
_STATES = {"inpress": "in press", "inpreparation": "in preparation"}


def remarks(fields: dict[str, Any], raw: Raw) -> dict[str, str]:
    """Take the remarks; return those that a catalog says in other words, as they stood."""
    own: dict[str, str] = {}
    fields["abstract"] = raw.text("abstract")
    fields["annote"] = raw.text("annote", "annotation")
    _note(fields, raw, own)
    _language(fields, raw, own)
    _keywords(fields, raw)
    _status(fields, raw)
    if "ids" in raw and all(Key.pattern.fullmatch(key.strip()) for key in raw.values["ids"].split(",")):
        fields["aliases"] = [key.strip() for key in raw.take("ids").split(",")]
    return own


def _note(fields: dict[str, Any], raw: Raw, own: dict[str, str]) -> None:
    latex = whole = " ".join(raw.take("note").split())
    if found := _ARCHIVED.search(latex):
        address, _ = sound(Url, letter_by_letter(found[1]))
        if address:
            fields["archive-url"] = address
            latex = latex[: found.start()]
    rest, date = without_access(latex)
    if date and "accessed" not in fields:
        fields["accessed"] = date
        if latex[len(rest) :].strip().removesuffix(".") != f"Accessed: {date}":
            own[raw.original("note")] = whole
        latex = rest
    if not fields.get("version") and fields["type"] in _VERSIONED and (found := _VERSION.match(latex)):
        fields["version"] = found[1]
        latex = latex[found.end() :]
    fields["note"] = raw.plain(latex)


def _language(fields: dict[str, Any], raw: Raw, own: dict[str, str]) -> None:
    for name in ("langid", "language", "hyphenation"):
        if name not in raw:
            continue
        word = raw.plain(raw.values[name])
        if not (tag := tag_of(word)):
            continue
        if fields.get("language") in (None, tag):
            fields["language"] = tag
            raw.take(name)
            if word != (babel_name(tag) or tag):
                own[raw.original(name)] = word


def _keywords(fields: dict[str, Any], raw: Raw) -> None:
    words = raw.take("keywords", "keyword")
    if words:
        divided = re.split(r"[;]" if ";" in words and "," not in words else r"[,;](?![^{}]*\})", words)
        fields["tags"] = list(dict.fromkeys(word for each in divided if (word := raw.plain(each))))


def _status(fields: dict[str, Any], raw: Raw) -> None:
    state = raw.text("pubstate")
    if state and not (state == "prepublished" and fields["type"] == "article"):
        fields["status"] = _STATES.get(state, state)
