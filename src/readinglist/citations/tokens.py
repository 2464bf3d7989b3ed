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
    """A closing quotation mark, told apart from text that merely looks like one."""

    __slots__ = ()


Token = str | Edge
