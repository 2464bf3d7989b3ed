"""Claims as a source makes them: cleaned, sound, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from readinglist.importers._values import sound
from readinglist.metadata.claim import Claim
from readinglist.metadata.outcome import Known, Mismatch, Outcome, Unreadable
from readinglist.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, ArXiv, Identifier, Url
from readinglist.sources._dates import date_of
from readinglist.sources._names import Name, everyone
from readinglist.sources._nothing import says_nothing
from readinglist.sources._text import title, words
from readinglist.sources._types import type_of

_KINDS: dict[str, type[Identifier]] = {
    "DOI": DOI, "ISBN": ISBN, "ISSN": ISSN, "PMID": PMID, "PMCID": PMCID, "arxiv": ArXiv, "URL": Url, "code": Url,
    "pdf": Url,
}  # fmt: skip
_MARKED = frozenset({"title", "title-short"})
_LONGEST = 20_000
_HINT = 0.4


class Said(Protocol):
    """A place in an answer, and what it says."""

    @property
    def path(self) -> str:
        """Where it stands."""

    @property
    def text(self) -> str:
        """What it says; nothing where there is nothing."""


@dataclass(frozen=True, slots=True)
class Word:
    """A text that stands at a place in other words, such as the name of an element."""

    text: str
    path: str


class Claims:
    """What one answer says. The first statement about a field stands, so the best place is read first."""

    def __init__(self, source: str, confidence: float = 0.95) -> None:
        self._source, self._confidence = source, confidence
        self._made: dict[str, Claim] = {}

    def add(self, field: str, value: Any, at: str, confidence: float | None = None) -> None:
        """Claim a value as it is, where it says something."""
        if value and field not in self._made:
            trust = self._confidence if confidence is None else confidence
            self._made[field] = Claim(field, value, self._source, at, trust)

    def text(self, field: str, *places: Said, confidence: float | None = None) -> None:
        """Claim the text of the first place that has a good one; identifiers must be sound."""
        for place in places:
            if value := _value(field, place.text):
                self.add(field, value, place.path, confidence)
                return

    def date(
        self,
        field: str,
        *places: Said,
        read: Callable[[str], str | None] = date_of,
        confidence: float | None = None,
    ) -> None:
        """Claim the date of the first place that has one."""
        for place in places:
            if place.text and (value := read(place.text)):
                self.add(field, value, place.path, confidence)
                return

    def people(self, field: str, people: Iterable[Name], at: str, confidence: float | None = None) -> None:
        """Claim the people that are named."""
        self.add(field, everyone(people), at, confidence)

    def type(self, *places: Said) -> None:
        """Claim the type that the first word that anybody knows means."""
        for place in places:
            kind, genre = type_of(place.text)
            if kind:
                self.add("type", kind, place.path)
                self.add("genre", genre, place.path)
                return

    def held_by(self, *places: Said) -> None:
        """Claim, as a mere hint, what a work stands in that is no container: a repository, the series of a book."""
        self.text("container-title", *places, confidence=_HINT)

    def drop(self, *fields: str) -> None:
        """Take claims back."""
        for field in fields:
            self._made.pop(field, None)

    def get(self, field: str) -> Any:
        """Return what has been claimed about a field."""
        claim = self._made.get(field)
        return claim.value if claim else None

    @property
    def fields(self) -> dict[str, Any]:
        """What has been claimed, as a catalog holds it."""
        return {claim.field: claim.value for claim in self._made.values()}

    def known(self, see: Iterable[str] = ()) -> Outcome:
        """Return the claims; an answer that names no work is no answer."""
        if not self._made.keys() - {"type", "genre", "URL", "language", "publisher"}:
            return Unreadable("the answer says nothing about a work")
        return Known(tuple(self._made.values()), tuple(dict.fromkeys(filter(None, see))))


def _value(field: str, text: str) -> str:
    if not text:
        return ""
    kind = _KINDS.get(field)
    if kind:
        return sound(kind, text[:_LONGEST]) or ""
    value = (title if field in _MARKED else words)(text[:_LONGEST])
    return "" if says_nothing(value) else value


def mismatch(asked: str, told: Iterable[str]) -> Mismatch | None:
    """Return that an answer is about another work: it names identifiers, and not the one that was asked for."""
    named = [each.strip() for each in told if each.strip()]
    if not named or asked.casefold() in (each.casefold() for each in named):
        return None
    return Mismatch(f"asked for {asked}, and the answer is about {named[0][:120]}")
