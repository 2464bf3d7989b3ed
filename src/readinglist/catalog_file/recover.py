"""A file that YAML gives up on, read entry by entry, so that one bad entry does not hide the others."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from readinglist.catalog_file.parse import NotYaml, Trouble, parse
from readinglist.model.written import Map, Node, Seq

_REFERENCES = re.compile(r"^references:[ \t]*(?:#.*)?$", re.MULTILINE)
_NEXT_KEY = re.compile(r"^[^\s#-]", re.MULTILINE)
_ITEM = re.compile(r"^([ ]*)-(?=[ \t\r\n]|\Z)", re.MULTILINE)


def recover(text: str, first: Trouble) -> tuple[Map, list[Trouble]]:
    """Return what can be understood of a broken text, and every trouble; `first` if nothing can."""
    heading = _REFERENCES.search(text)
    if not heading:
        return _empty(), [first]
    after = _NEXT_KEY.search(text, heading.end())
    start, end = heading.end(), after.start() if after else len(text)
    troubles: list[Trouble] = []
    root = _part(text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:], 0, troubles)
    root = root if isinstance(root, Map) else _empty()
    entries = [entry for begin, stop in _chunks(text, start, end) for entry in _entries(text, begin, stop, troubles)]
    root["references"] = _seq(entries, start, end)
    return root, troubles or [first]


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = _ITEM.search(text, start, end)
    if not first:
        return
    indent = first[1]
    starts = [item.start() for item in _ITEM.finditer(text, start, end) if item[1] == indent]
    yield from zip(starts, [*starts[1:], end], strict=True)


def _entries(text: str, start: int, end: int, troubles: list[Trouble]) -> list[tuple[Node, int, int]]:
    found = _part(text[start:end], start, troubles)
    return [(entry, *found.span(index)) for index, entry in enumerate(found)] if isinstance(found, Seq) else []


def _part(text: str, shift: int, troubles: list[Trouble]) -> Node:
    own: list[Trouble] = []
    try:
        return parse(text, shift, own)
    except NotYaml as error:
        own.append(error.trouble)
        return None
    finally:
        troubles += own


def _empty() -> Map:
    root = Map()
    root.start = root.end = root.base = 0
    root.spans, root.flow = array("I"), False
    return root


def _seq(entries: list[tuple[Node, int, int]], start: int, end: int) -> Seq:
    found = Seq(entry for entry, _, _ in entries)
    found.start, found.end, found.base, found.flow = start, end, 0, False
    found.spans = array("I", [offset for _, *span in entries for offset in span])
    return found
