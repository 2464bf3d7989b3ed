"""Where something is: by meaning (`Place`) and by line (`Position`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a catalog by meaning: the file and the keys that lead to it.

    `key` points at the name of a field instead of its value; `offset` points at a character where no
    key leads (a syntax error, the second of two equal keys).
    """

    file: str
    path: Path = ()
    key: bool = False
    offset: int | None = None

    def at(self, *steps: str | int) -> Place:
        """Return the place that lies `steps` further in."""
        return Place(self.file, self.path + steps)

    def name(self) -> Place:
        """Return the place of the field's name instead of its value."""
        return Place(self.file, self.path, key=True)

    @property
    def field(self) -> str:
        """The field within an entry, dotted: `author.0.family`; empty for an entry as a whole."""
        return ".".join(str(step) for step in self.path[2:]) if self.path[:1] == ("references",) else ""


class Position(NamedTuple):
    """A stretch of a file, as an editor counts: lines and columns from 1, columns in characters."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
