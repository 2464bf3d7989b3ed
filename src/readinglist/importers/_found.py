"""What an importer has to say, in the words of the import and export rules."""

from __future__ import annotations

from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Place

ENTRY_DROPPED = "entry-dropped"
"""A part of the source that is no entry of the result."""
SYNTAX_RECOVERED = "syntax-recovered"
"""A mistake in how the source is written, and how it was read."""
UNDEFINED_STRING = "undefined-string"
"""A name without quotes that stands for nothing."""
DUPLICATE_FIELD = "duplicate-field"
"""A field that an entry states twice."""
DUPLICATE_ENTRY = "duplicate-entry"
"""A key that two entries of the source have."""
KEPT_ASIDE = "unknown-field-kept"
"""A field that a catalog has no place for, kept under `custom`."""
NOT_DECODED = "latex-not-decoded"
"""A TeX command that is left as it stands."""
TYPE_UNKNOWN = "type-fallback"
"""A type that nobody knows, read as a document."""
NAMES_DIVIDED = "names-divided"
"""A list of names that breaks the rules, and how it was divided."""
NOT_RESOLVED = "reference-not-resolved"
"""An entry that inherits from one that is not there."""
KEY_CHANGED = "key-changed"
"""A key that cannot be one here, and the one that took its place."""
ADDRESS_LOST = "address-not-imported"
"""An address of the source that no entry of the result leads to."""

_SEVERITY = {
    ENTRY_DROPPED: Severity.ERROR,
    DUPLICATE_FIELD: Severity.ERROR,
    DUPLICATE_ENTRY: Severity.ERROR,
    ADDRESS_LOST: Severity.INFO,
    KEPT_ASIDE: Severity.INFO,
    KEY_CHANGED: Severity.INFO,
}


def finding(rule: str, offset: int, message: str) -> Finding:
    """Return the finding of a rule at a character of the source."""
    return Finding(Place("", offset=offset), message, rule=rule, severity=_SEVERITY.get(rule, Severity.WARNING))
