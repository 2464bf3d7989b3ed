"""A file as it was written: its text, and the data in it, each part knowing where it stands."""

from __future__ import annotations

import bisect
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from readinglist.model.place import Path, Place, Position

Node = Any  # str | None | Map | Seq; a recursive type would have to be narrowed at every step


_MANY = 200  # more fields than any entry has: only then is it worth remembering their order


class Map(dict[str, Node]):
    """A map, and the offsets of its keys and values: three numbers a field, in `spans` from `base`."""

    __slots__ = ("base", "end", "flow", "order", "spans", "start")
    spans: array[int]
    base: int
    start: int
    end: int
    flow: bool
    order: dict[str, int]

    def span(self, key: str) -> tuple[int, int, int]:
        """Return the offsets of a field: its key, its value, its value's end."""
        at = self.base + 3 * self._index(key)
        return self.spans[at], self.spans[at + 1], self.spans[at + 2]

    def _index(self, key: str) -> int:
        if len(self) < _MANY:
            return list(self).index(key)
        if not hasattr(self, "order"):
            self.order = {name: number for number, name in enumerate(self)}
        return self.order[key]


class Seq(list[Node]):
    """A list, and the offsets of its items: two numbers an item, in `spans` from `base`."""

    __slots__ = ("base", "end", "flow", "spans", "start")
    spans: array[int]
    base: int
    start: int
    end: int
    flow: bool

    def span(self, index: int) -> tuple[int, int]:
        """Return the offsets of an item: its start and its end."""
        at = self.base + 2 * range(len(self))[index]
        return self.spans[at], self.spans[at + 1]


class Scalar(NamedTuple):
    """A text in a file, or an empty value, and the offsets between which it stands."""

    path: Path
    text: str | None
    start: int
    end: int


@dataclass(frozen=True)
class Written:
    """A catalog file: its name, its text without byte order mark, and what the text says."""

    file: str
    text: str
    root: Map
    bom: bool = False
    sound: bool = True
    """Whether all of the text was understood; only then may it be edited."""
    foreign: bool = False
    """Whether this is no catalog but a list in Markdown or a bibliography, whose rules are others."""

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text))]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column of a character, both from 1."""
        line = bisect.bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return the text of a line, without its end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def position(self, place: Place) -> Position:
        """Return where a place is; of what is not there, where the nearest thing around it is."""
        start, end = self.stretch(place)
        return Position(self.file, *self.line_column(start), *self.line_column(end))

    def stretch(self, place: Place) -> tuple[int, int]:
        """Return the offsets of a place; of what is not there, those of the nearest thing around it."""
        if place.offset is not None:
            offset = min(place.offset, len(self.text))
            return offset, offset + 1
        start, end = self.root.start, self.root.start
        for node, step in self._steps(place.path):
            start, end = _stretch(node, step)
        missing = len(list(self._steps(place.path))) < len(place.path)
        if place.key and not missing:
            return self._key_stretch(place.path)
        return start, min(end, self._end_of_line(start)) if missing else end

    def node(self, path: Path) -> Node:
        """Return the data at a path, or None where there is none."""
        found: Node = self.root
        steps = list(self._steps(path))
        if len(steps) < len(path):
            return None
        for node, step in steps:
            found = node[step]
        return found

    def scalars(self, path: Path) -> Iterator[Scalar]:
        """Yield every text and empty value inside the map or list at a path, in the order of the file."""
        return _scalars(self.node(path), path)

    def entries_with(self, *signs: str | re.Pattern[str]) -> list[int]:
        """Return the numbers of the entries whose lines hold one of these signs, or an escape that may hide one.

        Far faster than looking at every value: a word (in small letters, found in any) or a pattern that
        begins with a plain character is searched at the speed of memory.
        """
        found = set(self._escaped)
        for sign in signs:
            found |= self._found(sign)
        return sorted(found)

    @cached_property
    def _escaped(self) -> frozenset[int]:
        return frozenset(self._found("\\"))

    def _found(self, sign: str | re.Pattern[str]) -> set[int]:
        starts, numbers = self._entry_starts, set[int]()
        at = _next(self, sign, starts[0]) if starts else -1
        while at >= 0:
            index = bisect.bisect_right(starts, at)
            numbers.add(index - 1)
            at = _next(self, sign, starts[index]) if index < len(starts) else -1
        return numbers

    @cached_property
    def _entry_starts(self) -> array[int]:
        entries = self.root.get("references")
        if not isinstance(entries, Seq):
            return array("I")
        return entries.spans[entries.base : entries.base + 2 * len(entries) : 2]

    @cached_property
    def _small_letters(self) -> str:
        return self.text.replace("İ", "I").lower()  # the only letter whose small form is longer

    def plain(self, start: int) -> bool:
        """Return whether the value that starts here stands without quotes."""
        return self.text[start : start + 1] not in {"'", '"', "|", ">", "[", "{"}

    def _steps(self, path: Path) -> Iterator[tuple[Node, Any]]:
        """Yield each container on the way with the step into it, as far as the way exists."""
        node: Node = self.root
        for depth, step in enumerate(path):
            if isinstance(node, Map) and isinstance(step, str):
                key = _spelled(node, step) if path[0] == "references" and depth == 2 else step
                if key not in node:
                    return
                yield node, key
                node = node[key]
            elif isinstance(node, Seq) and isinstance(step, int) and step < len(node):
                yield node, step
                node = node[step]
            else:
                return

    def _key_stretch(self, path: Path) -> tuple[int, int]:
        node, key = list(self._steps(path))[-1]
        if isinstance(node, Seq):
            return node.span(key)
        start = node.span(key)[0]
        return start, key_end(self.text, start, key)

    def _end_of_line(self, offset: int) -> int:
        found = re.compile(r"[\r\n]|\Z").search(self.text, offset)
        return found.start() if found else len(self.text)


def _next(written: Written, sign: str | re.Pattern[str], start: int) -> int:
    """Return the offset of a sign at or after `start`, or -1."""
    if isinstance(sign, str):
        return written._small_letters.find(sign, start)
    found = sign.search(written.text, start)
    return found.start() if found else -1


def key_end(text: str, start: int, key: str) -> int:
    """Return where a key ends that starts at `start`, its quotes included."""
    quoted = _QUOTED.match(text, start)
    return quoted.end() if quoted else start + len(key)


_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", re.DOTALL)


def _spelled(fields: Map, name: str) -> str:
    """Return the word under which an entry holds a field."""
    from readinglist.model.spelling import spelled  # knows all fields of entries, which many a text has none of

    return spelled(fields, name)


def _scalars(node: Node, path: Path) -> Iterator[Scalar]:
    if not isinstance(node, Map | Seq):
        return
    wide = 3 if isinstance(node, Map) else 2
    at = node.base + wide - 2
    for step, value in node.items() if isinstance(node, Map) else enumerate(node):
        if isinstance(value, Map | Seq):
            yield from _scalars(value, (*path, step))
        else:
            yield Scalar((*path, step), value, node.spans[at], node.spans[at + 1])
        at += wide


def _stretch(node: Map | Seq, step: Any) -> tuple[int, int]:
    if isinstance(node, Map):
        return node.span(step)[1:]
    return node.span(step)
