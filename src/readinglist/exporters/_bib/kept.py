"""Fields of the .bib file that an entry came from: kept under `custom: {bibtex: …}`, they go back as they were."""

from __future__ import annotations

import re
from collections.abc import Mapping

from readinglist.exporters._bib.preferred import sound_value
from readinglist.latex.decode import plain_text
from readinglist.latex.languages import tag_of
from readinglist.latex.notes import without_access
from readinglist.model.entry import Entry

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_:+.-]")
# They point at entries that an export may not have, or repeat what it resolves.
_NEVER = frozenset({"crossref", "xdata", "xref", "ids", "entryset"})

# Of several in one field, a catalog holds the first.
_LISTED = frozenset({"doi", "isbn", "issn", "pmid", "pmcid"})


def with_kept(entry: Entry, derived: Mapping[str, str]) -> dict[str, str]:
    """Return derived fields with those that the entry came with and nothing derives.

    A field that is derived takes its old wording where that still says the same: `language = {en}`.
    """
    held = (entry.custom or {}).get("bibtex")
    fields = dict(derived)
    for name, value in held.items() if isinstance(held, Mapping) else ():
        name = _NOT_IN_NAMES.sub("", str(name))
        if not name or not isinstance(value, str) or name.lower() in _NEVER:
            continue
        own = next((each for each in fields if each.lower() == name.lower()), None)
        if own is None or _says_the_same(name.lower(), value, fields[own]):
            fields[own or name] = sound_value(name, value, is_latex=True)
    return {name: value for name, value in fields.items() if value}


def _says_the_same(name: str, old: str, derived: str) -> bool:
    if name in ("language", "langid"):
        return tag_of(plain_text(old)) == tag_of(plain_text(derived))
    if name in _LISTED:
        return derived in re.split(r"[,;\s]+", old)
    return name == "note" and without_access(old) == without_access(derived)
