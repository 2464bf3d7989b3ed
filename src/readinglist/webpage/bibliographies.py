"""Records of other programs that an address answers with: BibTeX, RIS, CSL-JSON and whatever else can be imported."""

from __future__ import annotations

from readinglist.errors import CannotRead
from readinglist.importers import Fields, find_importer
from readinglist.metadata.claim import Claim
from readinglist.metadata.outcome import Known, Outcome, Unreadable
from readinglist.recognition import recognise
from readinglist.webpage.precedence import SOURCE

_OUR_OWN = frozenset({"id", "custom"})
_CONFIDENCE = 0.9


def read_bibliography(text: str) -> Outcome:
    """Return what the one record of a text says; several are a list, and no work."""
    try:
        found = recognise(text)
    except CannotRead:
        return Unreadable("this is neither a page nor a record of a work")
    entries = find_importer(found.format)(text).entries
    if len(entries) != 1:
        return Unreadable(f"this is {found.format} with {len(entries)} entries; import it instead")
    return known(entries[0].fields, found.format)


def known(fields: Fields, format: str) -> Outcome:
    """Return the fields of an entry as claims."""
    said = {name: value for name, value in fields.items() if name not in _OUR_OWN}
    if not {"title", "author", "DOI"} & set(said):
        return Unreadable(f"this is {format}, and names no work")
    return Known(tuple(Claim(name, value, SOURCE, f"{format} {name}", _CONFIDENCE) for name, value in said.items()))
