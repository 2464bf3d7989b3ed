"""Everything a style may look at while it renders one entry, and what it leaves behind on the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from readinglist.citations.citationlabel import label_of
from readinglist.citations.dates import Date
from readinglist.citations.items import Item
from readinglist.citations.people import Name
from readinglist.citations.richtext import Node

if TYPE_CHECKING:
    from readinglist.citations.namestyle import EtAl, NameIndex


class Position(IntEnum):
    """Where a cite stands after earlier ones of the same item."""

    FIRST = 0
    SUBSEQUENT = 1
    IBID = 2
    IBID_WITH_LOCATOR = 3


@dataclass(slots=True)
class Cite:
    """One item inside a citation, with what the author added to it and where it stands."""

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    position: Position = Position.FIRST
    near_note: bool = False
    first_note: int = 0

    def __post_init__(self) -> None:
        """A locator that names what it counts ("vol. 3") is taken at its word."""
        found = _LOCATOR_LABEL.match(self.locator)
        if self.label == "page" and found:
            self.label, self.locator = _LOCATOR_LABELS[found[1]], self.locator[found.end() :]


_LOCATOR_LABELS = {
    "bk.": "book", "ch.": "chapter", "chap.": "chapter", "col.": "column", "fig.": "figure", "fol.": "folio",
    "no.": "issue", "l.": "line", "n.": "note", "op.": "opus", "p.": "page", "pp.": "page", "para.": "paragraph",
    "pt.": "part", "sec.": "section", "v.": "verse", "vol.": "volume",
}  # fmt: skip
_LOCATOR_LABEL = re.compile(rf"\s*({'|'.join(map(re.escape, _LOCATOR_LABELS))})\s+(?=\d|[ivxlc]+\b)")


@dataclass(frozen=True, slots=True)
class Expansion:
    """What disambiguation adds to a cite: more names, longer given names, the style's own way, a year suffix.

    `names` and `givens` go by the running number of the name list in the cite, `conditions` is how many of the
    style's disambiguate conditions hold.
    """

    names: tuple[int, ...] = ()
    givens: tuple[tuple[int, ...], ...] = ()
    conditions: int = 0
    year_suffix: str = ""

    def names_at(self, nameset: int) -> int:
        """How many names that list must show at least."""
        return self.names[nameset] if nameset < len(self.names) else 0

    def given_at(self, nameset: int, name: int) -> int:
        """How much of the given name must show: 0 as the style says, 1 initials, 2 all of it."""
        if nameset >= len(self.givens) or name >= len(self.givens[nameset]):
            return 0
        return self.givens[nameset][name]


@dataclass(slots=True)
class Trace:
    """What name lists a cite showed, for disambiguation to work on: (names there are, names shown, what
    more of a given name could show)."""

    namesets: list[tuple[int, int, tuple[int, ...]]] = field(default_factory=list)
    people: list[tuple[Name, str]] = field(default_factory=list)
    conditions: int = 0


PLAIN = Expansion()


@dataclass(slots=True)
class Scene:
    """The state of one rendering. `called` and `filled` tell a group whether its variables had anything to say."""

    item: Item
    area: str
    cite: Cite | None = None
    expansion: Expansion = PLAIN
    citation_number: int = 0
    note_style: bool = False
    name_index: NameIndex | None = None
    trace: Trace | None = None
    sorting: Callable[[EtAl], EtAl] | None = None
    show_year_suffix: bool = True
    compared: bool = False
    called: bool = False
    filled: bool = False
    used: set[str] = field(default_factory=set)
    consumed: list[str] | None = None
    nameset: int = 0
    suffix_shown: bool = False
    english: bool = True
    chinese: bool = False
    first_names: list[str] | None = None
    first_people: list[str] = field(default_factory=list)
    names_cut: bool = False
    stands_in: bool = False
    replacement: tuple[str, int] | None = None
    without_names: bool = False
    conditions: int = 0
    spoken: bool = False

    def text(self, variable: str, short: bool = False) -> str:
        """The variable's text for rendering; notes that it was asked for and whether there was any."""
        self.called = True
        if self._is_used(variable):
            return ""
        value = self.peek(variable, short)
        if value:
            self.filled = self.spoken = True
            if self.consumed is not None:
                self.consumed.append(variable)
        return value

    def _is_used(self, variable: str) -> bool:
        """Whether the variable already stood in for missing names."""
        return variable in self.used or (self.consumed is not None and variable in self.consumed)

    def peek(self, variable: str, short: bool = False) -> str:
        """The variable's text without leaving a trace."""
        special = _SPECIAL.get(variable)
        return special(self) if special is not None else self.item.text(variable, short)

    def names(self, variable: str) -> tuple[Name, ...]:
        """The variable's names for rendering."""
        self.called = True
        if self._is_used(variable):
            return ()
        names = self.item.names(variable)
        if names:
            self.filled = self.spoken = True
            if self.consumed is not None:
                self.consumed.append(variable)
        return names

    def date(self, variable: str) -> Date | None:
        """The variable's date for rendering."""
        self.called = True
        if self._is_used(variable):
            return None
        date = self.item.date(variable)
        if date is not None and self.consumed is not None:
            self.consumed.append(variable)
        return date

    def replaced(self, nodes: list[Node]) -> list[Node]:
        """The first names of an entry, those of them that repeat the entry before exchanged for the style's dash."""
        if self.replacement is None:
            return nodes
        text, count = self.replacement
        if count < 0:
            return [text]
        return [text] * min(count, len(nodes)) + nodes[count:]

    @property
    def capitalizes(self) -> bool:
        """Whether a term that comes first begins a sentence."""
        return self.sorting is None and (self.note_style or self.area == "bibliography")

    @property
    def replaces_all(self) -> bool:
        """Whether the dash stands for the whole list of names."""
        return self.replacement is not None and self.replacement[1] < 0

    def has(self, variable: str) -> bool:
        """Whether there is such a variable here, for conditions."""
        return bool(_SPECIAL[variable](self)) if variable in _SPECIAL else self.item.has(variable)


def _first_note(scene: Scene) -> str:
    return str(scene.cite.first_note) if scene.cite and scene.cite.first_note and scene.cite.position else ""


def _year_suffix(scene: Scene) -> str:
    return scene.expansion.year_suffix if scene.show_year_suffix and scene.sorting is None else ""


_SPECIAL: dict[str, Callable[[Scene], str]] = {
    "locator": lambda scene: scene.cite.locator if scene.cite else "",
    "citation-number": lambda scene: str(scene.citation_number) if scene.citation_number else "",
    "first-reference-note-number": _first_note,
    "year-suffix": _year_suffix,
    "citation-label": lambda scene: label_of(scene.item),
}
