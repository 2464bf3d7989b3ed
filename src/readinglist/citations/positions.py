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
    notes: dict[bool, list[Citation]] = field(default_factory=lambda: {True: [], False: []})

    def follow(self, citation: Citation) -> None:
        """Keep the citations of the latest note, and apart from them the latest in the text."""
        before = self.notes[citation.note > 0]
        if before and (before[-1].note != citation.note or not citation.note):
            before.clear()
        before.append(citation)


def place(citations: Iterable[Citation], near_note_distance: int = 5) -> None:
    """Note at each cite where it stands."""
    document = _Document(near_note_distance)
    for citation in citations:
        for at, cite in enumerate(citation.cites):
            _place_one(cite, _previous(citation, at, document), citation, document)
        document.follow(citation)


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
    before = document.notes[citation.note > 0]
    if not before or citation.note - before[-1].note > 1:
        return None
    if before[-1].note == citation.note and citation.note:
        before = before[-1:]
    cites = [cite for one in before for cite in one.cites]
    return cites[-1] if len(before) == 1 and cites and _same(cites) else None


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
