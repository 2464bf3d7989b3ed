"""What a search finds: versions of works, to be compared with the one that is looked for."""

from __future__ import annotations

from collections.abc import Iterable

from readinglist.metadata.outcome import Known, NotFound, Outcome
from readinglist.metadata.version import Version, version_in
from readinglist.sources._claims import Claims

MOST = 5


def version(claims: Claims, source: str, names: Iterable[str] = ()) -> Version:
    """Return what a search says of a work as a version."""
    return version_in(claims.fields, source, names)


def outcome(versions: Iterable[Version], searched: str) -> Outcome:
    """Return the names of what was found, the best first, without preprints and what is no paper."""
    fitting = [each for each in versions if each.names and not each.is_preprint and not each.is_no_paper]
    if not fitting:
        return NotFound(f"{searched} finds no published version")
    return Known((), see=tuple(each.names[0] for each in fitting[:MOST]))
