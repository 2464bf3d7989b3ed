"""The date of reading a page, which BibTeX keeps in a note: `Accessed: 2025-01-28`."""

from __future__ import annotations

import re

from readinglist.model.dates import Date
from readinglist.model.malformed import Malformed

_ACCESSED = re.compile(
    r"(?:\A|(?<=[.!?]) +)(?:Last )?(?:accessed|visited|retrieved)(?: on)?:? *"
    r"(\d[\d/.-]+\d|\w+\.? \d{1,2},? \d{4}|\d{1,2} \w+\.? \d{4})\.?\s*\Z",
    re.IGNORECASE,
)


def without_access(note: str) -> tuple[str, str | None]:
    """Return a note without what it says last about when the page was read, and that date."""
    found = _ACCESSED.search(note)
    if not found:
        return note, None
    try:
        date: str | None = Date.parse(found[1]).text
    except Malformed as error:
        date = error.suggestion
    return (note[: found.start()], date) if date else (note, None)
