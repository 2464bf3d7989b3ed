"""A file that YAML gives up on, read part by part, so that one bad entry does not hide the others."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from readinglist.catalog_file.parse import NotYaml, Trouble, parse
from readinglist.model.written import Map, Node, Seq

_LINE = r"(?:\A|(?<=[\r\n]))"
_REFERENCES = re.compile(
    rf"{_LINE}([\"']?)references\1[ \t]*:[ \t]*(?:#[^\r\n]*)?(?=(?:[\r\n]+[ \t]*(?:#[^\r\n]*)?)+-)"
)
_TOP_KEY = re.compile(rf"{_LINE}[^\s#-]")
_ITEM = re.compile(rf"{_LINE}([ ]*)-(?=[ \t\r\n]|\Z)")

Field = tuple[str, Node, tuple[int, int, int]]
Item = tuple[Node, tuple[int, int]]


def recover(text: str, first: Trouble) -> tuple[Map, list[Trouble]]:
    """Return what can be understood of a broken text, and every trouble; `first` if nothing can."""
    heading = _REFERENCES.search(text)
    if not heading:
        return _map([]), [first]
    after = _TOP_KEY.search(text, heading.end())
    start, end = heading.end(), after.start() if after else len(text)
    troubles: list[Trouble] = []
    items = [item for begin, stop in _chunks(text, start, end) for item in _items(text, begin, stop, troubles)]
    fields = [
        *_fields(text, 0, heading.start(), troubles),
        ("references", _seq(items, start, end), (heading.start(), start, end)),
        *_fields(text, end, len(text), troubles),
    ]
    return _map(fields), troubles or [first]


def _fields(text: str, start: int, end: int, troubles: list[Trouble]) -> Iterator[Field]:
    """Yield the fields of a stretch of the top level; if it does not parse, those of each of its blocks that does."""
    keys = [key.start() for key in _TOP_KEY.finditer(text, start, end)]
    for part in _parts(text, start, end, keys, troubles):
        if isinstance(part, Map):
            yield from ((key, value, part.span(key)) for key, value in part.items())


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = _ITEM.search(text, start, end)
    if not first:
        return
    indent = first[1]
    starts = [item.start() for item in _ITEM.finditer(text, start, end) if item[1] == indent]
    yield from zip(starts, [*starts[1:], end], strict=True)


def _items(text: str, start: int, end: int, troubles: list[Trouble]) -> Iterator[Item]:
    """Yield the items in a stretch of a list; if it does not parse, what stands before a line that is out of place."""
    indent = len(text[start:end]) - len(text[start:end].lstrip(" "))
    astray = re.compile(rf"{_LINE} {{0,{indent}}}[^\s#]").finditer(text, start, end)
    for part in _parts(text, start, end, [line.start() for line in astray], troubles):
        if isinstance(part, Seq):
            yield from ((item, part.span(index)) for index, item in enumerate(part))


def _parts(text: str, start: int, end: int, cuts: list[int], troubles: list[Trouble]) -> Iterator[Node]:
    """Yield the data of a stretch of text, or where that is no YAML, of each part between the cuts that is."""
    own: list[Trouble] = []
    try:
        yield parse(text[start:end], start, own)
    except NotYaml as error:
        own.append(error.trouble)
        if len(cuts) > 1:
            own = []
            for begin, stop in zip([start, *cuts[1:]], [*cuts[1:], end], strict=True):
                yield from _parts(text, begin, stop, [], own)
            if all(trouble.rule != "yaml-syntax" for trouble in own):
                own.append(error.trouble)
    troubles += own


def _map(fields: list[Field]) -> Map:
    found, spans = Map(), array("I")
    for key, value, span in fields:
        if key not in found:
            found[key] = value
            spans.extend(span)
    found.start = found.end = found.base = 0
    found.spans, found.flow = spans, False
    return found


def _seq(items: list[Item], start: int, end: int) -> Seq:
    found = Seq(item for item, _ in items)
    found.start, found.end, found.base, found.flow = start, end, 0, False
    found.spans = array("I", [offset for _, span in items for offset in span])
    return found
