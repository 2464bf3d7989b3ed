"""Regions of a text that are kept from the catalog: between two comments, and never a byte outside of them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readinglist.errors import BadRegion, did_you_mean
from readinglist.markdown.parser import parser

START, END = "<!-- readinglist:start -->", "<!-- readinglist:end -->"

_MARKER = re.compile(r"^[ \t]*<!--[ \t]*readinglist:([\w-]*)(.*?)-->[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Region:
    """What stands between two markers: where, and which entries in what form are asked for."""

    begin: int
    end: int
    line: int
    wanted: Mapping[str, str]


def regions(text: str, file: str) -> list[Region]:
    """Return the regions of a text; raise `BadRegion` with the line of every marker that is not one of a pair.

    A marker stands on a line of its own; what a Markdown file shows as code is no marker.
    """
    found: list[Region] = []
    wrong: list[str] = []
    opened: tuple[re.Match[str], int] | None = None
    for marker, line in _markers(text, file):
        where = f"{file}:{line}:1"
        if marker[1] not in {"start", "end"}:
            hint = did_you_mean(marker[1], ("start", "end"))
            wrong.append(f"{where}: no marker named 'readinglist:{marker[1]}'; {hint}")
        elif marker[1] == "start" and opened:
            wrong.append(f"{where}: a region starts within the region of line {opened[1]}; end that one first")
        elif marker[1] == "start":
            opened = marker, line
        elif opened is None:
            wrong.append(f"{where}: a region ends here that does not start; write {START} above it")
        else:
            found.append(_region(text, opened, marker, f"{file}:{opened[1]}:1"))
            opened = None
    if opened:
        wrong.append(f"{file}:{opened[1]}:1: this region does not end; write {END} below it")
    if wrong:
        raise BadRegion("\n".join(wrong))
    return found


def _markers(text: str, file: str) -> Iterator[tuple[re.Match[str], int]]:
    hidden = _code_lines(text) if file.lower().endswith((".md", ".markdown", ".qmd", ".mdx")) else frozenset()
    line, at = 1, 0
    for marker in _MARKER.finditer(text):
        line, at = line + text.count("\n", at, marker.start()), marker.start()
        if line not in hidden:
            yield marker, line


def _code_lines(text: str) -> frozenset[int]:
    """Return the lines that stand in code, where a marker only shows what one looks like."""
    blocks = (token for token in parser().parse(text) if token.type in {"fence", "code_block"} and token.map)
    return frozenset(
        line for token in blocks for line in range((token.map or [0])[0] + 1, (token.map or [0, 0])[1] + 1)
    )


def _region(text: str, opened: tuple[re.Match[str], int], end: re.Match[str], where: str) -> Region:
    marker, line = opened
    begin = marker.end() + text.startswith("\n", marker.end())
    wanted: dict[str, str] = {}
    try:
        words = shlex.split(marker[2])
    except ValueError as error:
        raise BadRegion(f"{where}: the quotes of this marker do not match") from error
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise BadRegion(f"{where}: '{word}' asks for nothing; write name=value, such as area=hardware")
        wanted[name] = value
    return Region(begin, end.start(), line, wanted)


def filled(text: str, found: list[Region], contents: list[str]) -> str:
    """Return a text with these contents in its regions, and every other byte as it was."""
    newline = "\r\n" if "\r\n" in text else "\n"
    out, at = "", 0
    for region, content in zip(found, contents, strict=True):
        body = content.rstrip("\n") + "\n" if content.strip() else ""
        out += text[at : region.begin] + body.replace("\n", newline)
        at = region.end
    return out + text[at:]


def holds_marker(content: str) -> bool:
    """Return whether a content holds what could be taken for the end or start of a region."""
    return re.search(r"<!--\s*readinglist:", content) is not None
