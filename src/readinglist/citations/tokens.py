"""The line of tokens that output formats write: text, and the edges of what is marked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from readinglist.citations.richtext import Mark


class Side(Enum):
    """Whether a mark begins or ends here."""

    OPEN = 1
    CLOSE = 2


@dataclass(frozen=True, slots=True)
class Edge:
    """One end of a marked stretch."""

    side: Side
    mark: Mark


class Closing(str):
    """A closing quotation mark; a sealed one lets no mark in, as what follows it belongs to the same field."""

    sealed = False


class Sealed(Closing):
    """A closing quotation mark inside a field, with more of the field behind it."""

    sealed = True


Token = str | Edge
