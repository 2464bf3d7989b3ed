"""Templates of a list in Markdown: parts, the names in braces that stand in them, and what stands under a condition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from readinglist.errors import BadTemplate, did_you_mean

Kind = Literal["text", "address", "markdown"]
Part = Literal["top", "area", "entry", "end"]
PARTS: tuple[Part, ...] = ("top", "area", "entry", "end")

_MARKER = re.compile(r"^[ \t]*<!--[ \t]*template:([\w-]*)[ \t]*-->[ \t]*(?:\n|\Z)", re.MULTILINE)
_SIGN = re.compile(r"\\[{}]|\{(?P<name>[a-z][\w-]*)(?P<sign>[?!}])|\{(?P<broken>[a-z][\w-]*)|[{}]")


@dataclass(frozen=True, slots=True)
class Value:
    """A name in braces, and where in its part it stands."""

    name: str
    offset: int


@dataclass(frozen=True, slots=True)
class When:
    """What stands only where a name has something to say, `{year? (…)}`, or only where it has not, `{year!…}`."""

    name: str
    wanted: bool
    nodes: tuple[Node, ...]


Node = str | Value | When


@dataclass(frozen=True, slots=True)
class Template:
    """A template: its parts by name. Only `entry` must be there; without `area` the list has no sections."""

    file: str
    texts: Mapping[Part, str]
    nodes: Mapping[Part, tuple[Node, ...]]
    starts: Mapping[Part, tuple[int, str]]
    """Where each part starts, and the whole text of the template."""

    def place(self, part: Part, offset: int) -> str:
        """Return where in its file a character of a part stands: `file:line:column`."""
        start, text = self.starts[part]
        return _place(self.file, text, start + offset)


def read_template(text: str, file: str, known: Mapping[Part, Mapping[str, Kind]]) -> Template:
    """Return a template; raise `BadTemplate` with the place of everything in it that is wrong."""
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    wrong: list[str] = []
    texts: dict[Part, str] = {}
    nodes: dict[Part, tuple[Node, ...]] = {}
    starts: dict[Part, tuple[int, str]] = {}
    for name, start, end in _parts(text, file, wrong):
        texts[name], starts[name] = text[start:end], (start, text)
        reader = _Reader(text[:end], start, file, known[name], wrong)
        nodes[name] = tuple(reader.nodes())
    if "entry" not in texts:
        wrong.append(f"{file}:1:1: nothing says how an entry looks; write <!-- template:entry --> and a line below it")
    if wrong:
        raise BadTemplate("\n".join(wrong))
    return Template(file, texts, nodes, starts)


def _parts(text: str, file: str, wrong: list[str]) -> Iterator[tuple[Part, int, int]]:
    """Yield the parts, each once, with their bounds; what stands before the first marker is the top."""
    markers = list(_MARKER.finditer(text))
    seen: set[str] = set()
    if not markers or markers[0].start():
        seen.add("top")
        yield "top", 0, markers[0].start() if markers else len(text)
    for marker, following in zip(markers, [*markers[1:], None], strict=True):
        part = next((part for part in PARTS if part == marker[1]), None)
        if part is None:
            told = f"no part named '{marker[1]}'; {did_you_mean(marker[1], PARTS)}"
            wrong.append(f"{_place(file, text, marker.start(1))}: {told}")
        elif part in seen:
            wrong.append(f"{_place(file, text, marker.start(1))}: a second '{part}'; put the two together")
        else:
            seen.add(part)
            yield part, marker.end(), following.start() if following else len(text)


@dataclass(slots=True)
class _Reader:
    """Reads the nodes of a part, from a place in the whole text on."""

    text: str
    at: int
    file: str
    known: Mapping[str, Kind]
    wrong: list[str]

    def __post_init__(self) -> None:
        self._start = self.at

    _start: int = 0

    def nodes(self, opened: int | None = None) -> Iterator[Node]:
        """Yield nodes up to the end, or up to the brace that closes what was opened."""
        depth = 0  # of braces that stand for themselves, such as those of `{% include %}`
        while self.at < len(self.text):
            sign = _SIGN.search(self.text, self.at)
            yield self.text[self.at : sign.start() if sign else len(self.text)]
            if sign is None:
                self.at = len(self.text)
                break
            self.at = sign.end()
            if sign["name"]:
                yield self._named(sign)
                continue
            if sign["broken"]:
                self._tell(sign.start(), f"'{sign[0]}' has no end; write {sign[0]}}}, or \\{{ for a brace")
            if opened is not None and sign[0] == "}" and not depth:
                return
            depth += {"{": 1, "}": -1 if depth else 0}.get(sign[0], 0)
            yield sign[0]
        if opened is not None:
            self._tell(opened, "this has no end; write } where it ends")

    def _named(self, sign: re.Match[str]) -> Node:
        name = sign["name"]
        if name not in self.known:
            told = f"no placeholder named '{name}' here; {did_you_mean(name, self.known)}".rstrip("; ")
            self._tell(sign.start(), told)
        if sign["sign"] == "}":
            return Value(name, sign.start() - self._start)
        return When(name, sign["sign"] == "?", tuple(self.nodes(sign.start())))

    def _tell(self, offset: int, told: str) -> None:
        self.wrong.append(f"{_place(self.file, self.text, offset)}: {told}")


def _place(file: str, text: str, offset: int) -> str:
    return f"{file}:{text.count(chr(10), 0, offset) + 1}:{offset - text.rfind(chr(10), 0, offset)}"


def values(nodes: tuple[Node, ...]) -> Iterator[Value]:
    """Yield every name in braces, also those under a condition."""
    for node in nodes:
        if isinstance(node, Value):
            yield node
        elif isinstance(node, When):
            yield from values(node.nodes)
