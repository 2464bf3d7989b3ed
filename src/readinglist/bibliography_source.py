"""A bibliography file as a catalog that can be judged: its entries, each part knowing where in the file it stands.

Nothing of it can be edited; what the importer had to say about the file are the problems of the catalog.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from readinglist.importers import Arrival, Imported
from readinglist.importers._bib.scan import Block, Scan
from readinglist.importers._bib.where import spans_of
from readinglist.importers._found import ADDRESS_LOST, KEPT_ASIDE, KEY_CHANGED
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.model.place import Path, Place
from readinglist.model.record import Record
from readinglist.model.written import Map, Node, Seq, Written

Span = tuple[int, int]
# What a catalog has no place for, which is nothing wrong with the file.
_OF_IMPORT = frozenset({KEPT_ASIDE, ADDRESS_LOST, KEY_CHANGED})
_FIELD_NAMED = re.compile(r"\b([\w-]+): |'([\w-]+)' stands twice|in '([\w-]+)'|is not a (year)\b")
_SHORTEST = 4  # what is shorter stands in an entry by chance, too


def catalog_of(source: Imported, format: str) -> Catalog:
    """Return the entries of a source as a catalog with every problem of reading it."""
    blocks = {block.offset: block for block in Scan(source.text).blocks()} if format == "bibtex" else {}
    ends = [*(each.offset for each in source.entries[1:]), len(source.text)]
    nodes = [_entry(source.text, each, end, blocks) for each, end in zip(source.entries, ends, strict=False)]
    written = Written(source.file, source.text, _root(nodes, source, ends), foreign=True)
    records = {record.place.path[1]: record for record in _records(source, blocks)}
    numbers = {each.offset: number for number, each in enumerate(source.entries)}
    return replace(
        source.catalog,
        written={source.file: written},
        problems=tuple(_within(found, numbers, records) for found in source.findings if found.rule not in _OF_IMPORT),
        records=tuple(records.values()),
    )


def _within(found: Finding, numbers: Mapping[int, int], records: Mapping[Any, Record]) -> Finding:
    """Return a finding about an entry as one at the field that it speaks of."""
    number = numbers.get(found.place.offset if found.place.offset is not None else -1)
    if number is None:
        return found
    place = replace(found.place, path=("references", number))
    record = records.get(number)
    named = (word.lower() for said in _FIELD_NAMED.finditer(found.message) for word in said.groups() if word)
    if record and (name := next((name for name in named if name in record.fields), None)):
        place = record.at(name)
    return replace(found, place=place)


def _records(source: Imported, blocks: Mapping[int, Block]) -> Iterator[Record]:
    for number, arrival in enumerate(source.entries):
        if block := blocks.get(arrival.offset):
            fields: dict[str, str] = {}
            offsets: dict[str, int] = {}
            for (name, value), (start, _) in zip(block.fields, block.spans, strict=True):
                fields.setdefault(name.lower(), value)
                offsets.setdefault(name.lower(), start)
            yield Record(block.kind.lower(), fields, Place(source.file, ("references", number)), offsets)


def _root(nodes: list[Map], source: Imported, ends: list[int]) -> Map:
    references = Seq(nodes)
    spans = [number for each, end in zip(source.entries, ends, strict=False) for number in (each.offset, end)]
    return _map({"references": _placed(references, spans, (0, len(source.text)))}, [0, 0, len(source.text)])


def _entry(text: str, arrival: Arrival, end: int, blocks: Mapping[int, Block]) -> Map:
    block = blocks.get(arrival.offset)
    whole = (arrival.offset, _end_of_line(text, arrival.offset))
    known = spans_of(text, block) if block else _found(text, arrival, max(end, arrival.offset))
    node = _node(arrival.fields, (), whole, known)
    assert isinstance(node, Map)  # noqa: S101 — the fields of an entry are a map
    return node


def _end_of_line(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)


def _found(text: str, arrival: Arrival, end: int) -> dict[Path, Span]:
    """Return where the values of an entry stand that stand in it once, letter by letter."""
    found: dict[Path, Span] = {}
    for path, value in _texts(arrival.fields, ()):
        at = text.find(value, arrival.offset, end) if len(value) >= _SHORTEST else -1
        if at >= 0 and text.find(value, at + 1, end) < 0:
            found[path] = (at, at + len(value))
    return found


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping | list | tuple):
        for step, inner in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _texts(inner, (*path, step))


def _node(value: Any, path: Path, around: Span, known: Mapping[Path, Span]) -> Node:
    """Return data with offsets: of a part whose place is not known, those of what is around it."""
    here = known.get(path, around)
    if isinstance(value, Mapping):
        inner = {str(step): _node(each, (*path, step), here, known) for step, each in value.items()}
        spans = [known.get((*path, step), here) for step in value]
        return _map(inner, [number for start, end in spans for number in (start, start, end)], here)
    if isinstance(value, list | tuple):
        items = Seq(_node(each, (*path, step), here, known) for step, each in enumerate(value))
        places = [known.get((*path, step), here) for step in range(len(value))]
        return _placed(items, [number for span in places for number in span], here)
    return value


def _map(fields: Mapping[str, Node], spans: list[int], whole: Span = (0, 0)) -> Map:
    made: Map = _placed(Map(fields), spans, whole)
    return made


def _placed(node: Any, spans: list[int], whole: Span) -> Any:
    node.spans, node.base, node.flow = array("I", spans), 0, False
    node.start, node.end = whole
    return node
