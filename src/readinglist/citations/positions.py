"""Where each cite stands in the document: first, again, or right after itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from readinglist.citations.scene import Cite, Position


@dataclass(slots=True)
class Citation:
    """Cites in one place of a document, in note number `note` (0: in the text)."""

    cites: list[Cite]
    note: int = 0
    id: str = ""


@dataclass(slots=True)
class _Document:
    """What has been cited so far."""

    near: int
    first: dict[str, int] = field(default_factory=dict)
    latest: dict[str, int] = field(default_factory=dict)
    before: Citation | None = None


def place(citations: Iterable[Citation], near_note_distance: int = 5) -> None:
    """Note at each cite where it stands."""
    document = _Document(near_note_distance)
    for citation in citations:
        for at, cite in enumerate(citation.cites):
            _place_one(cite, _previous(citation, at, document), citation, document)
        document.before = citation


def _place_one(cite: Cite, previous: Cite | None, citation: Citation, document: _Document) -> None:
    if cite.id not in document.first:
        document.first[cite.id] = citation.note
        cite.position, cite.near_note, cite.first_note = Position.FIRST, False, 0
    else:
        cite.first_note = document.first[cite.id]
        cite.position = _repeated(cite, previous)
        cite.near_note = citation.note - document.latest[cite.id] <= document.near
    document.latest[cite.id] = citation.note


def _previous(citation: Citation, at: int, document: _Document) -> Cite | None:
    """The cite that an ibid. could mean; a citation of several works gives none."""
    if at:
        return citation.cites[at - 1]
    before = document.before
    if before is None or (citation.note and before.note and citation.note - before.note > 1):
        return None
    return before.cites[-1] if before.cites and _same(before.cites) else None


def _same(cites: Sequence[Cite]) -> bool:
    return len({cite.id for cite in cites}) == 1


def _repeated(cite: Cite, previous: Cite | None) -> Position:
    if previous is None or previous.id != cite.id:
        return Position.SUBSEQUENT
    if not previous.locator:
        return Position.IBID_WITH_LOCATOR if cite.locator else Position.IBID
    if not cite.locator:
        return Position.SUBSEQUENT
    same = previous.locator == cite.locator and previous.label == cite.label
    return Position.IBID if same else Position.IBID_WITH_LOCATOR
