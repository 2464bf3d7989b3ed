"""The words about an entry in several languages: which to show, and whether a translation is older than its source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from readinglist.model.entry import Entry


@dataclass(frozen=True, slots=True)
class Told:
    """Why to read an entry, in a language; `source` is what the text was made from, where that has changed since."""

    text: str
    language: str
    source: Told | None = None


def told(entry: Entry, language: str, own: str) -> Told | None:
    """Return why to read an entry in `language`, else in the list's `own`, else in the first there is."""
    original = source_of(entry, own)
    if original is None or not isinstance(entry.annote, dict):
        return original
    found = next((name for name in (language, language.partition("-")[0]) if name in entry.annote), None)
    if found is None or found == original.language:
        return original
    return Told(entry.annote[found], found, original if is_stale(entry, found, original) else None)


def source_of(entry: Entry, own: str) -> Told | None:
    """Return the words that translations are made from: those in the list's own language, else the first."""
    if not isinstance(entry.annote, dict):
        return Told(entry.annote, own) if entry.annote else None
    name = own if own in entry.annote else next(iter(entry.annote), None)
    return Told(entry.annote[name], name) if name else None


def is_stale(entry: Entry, language: str, original: Told) -> bool:
    """Return whether the source of a translation has changed since the translation was made."""
    made_from = (entry.translated or {}).get(language)
    return made_from is not None and made_from != fingerprint(original.text)


def fingerprint(text: str) -> str:
    """Return the eight signs by which a translation remembers the words that it was made from."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def marks(entry: Entry, languages: Iterable[str], original: Told) -> dict[str, str]:
    """Return what `translated` says once translations into these languages were looked over."""
    return {**(entry.translated or {}), **dict.fromkeys(languages, fingerprint(original.text))}


def translations(entry: Entry, own: str) -> tuple[Told, tuple[str, ...]] | None:
    """Return the words about an entry and the languages that they are translated into; None where into none."""
    original = source_of(entry, own)
    if original is None or not isinstance(entry.annote, dict):
        return None
    others = tuple(name for name in entry.annote if name != original.language)
    return (original, others) if others else None
