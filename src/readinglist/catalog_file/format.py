"""The canonical form: one word for each field and type, names as maps, keys in order; no comment lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from readinglist.catalog_file.read import write_down
from readinglist.catalog_file.scalars import TYPED_FIELDS, entry_lines, flow, needs_quotes
from readinglist.catalog_file.splices import Splice, apply
from readinglist.catalog_file.write import edited, in_order
from readinglist.errors import EditRefused
from readinglist.model.edit import Edit, RenameKey, SetValue
from readinglist.model.entry import LIST_FIELDS, NAME_FIELDS
from readinglist.model.malformed import Malformed
from readinglist.model.person import person_fields, split_names
from readinglist.model.place import Place
from readinglist.model.spelling import canonical_fields, canonical_name
from readinglist.model.written import Map, Seq, Written

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def formatted(written: Written) -> str:
    """Return the text of a catalog file in canonical form; formatting it again changes nothing."""
    if not written.sound:
        raise EditRefused(
            f"{written.file}: not formatted, because it cannot be read as a whole; see `readinglist lint`"
        )
    respelled = written
    for edits in (_renamings, _respellings, _requotings):
        respelled = _again(written, edited(respelled, list(edits(respelled))))
    text = apply(respelled.text, list(_reorderings(respelled)))
    if _meaning(_again(written, text)) != _meaning(respelled):
        raise EditRefused(f"{written.file}: not formatted, because a key could not be moved without changing more")
    return text


def _again(written: Written, text: str) -> Written:
    return write_down(written.file, text.encode())[0]


def _meaning(written: Written) -> list[Any]:
    return [canonical_fields(entry) if isinstance(entry, Map) else entry for entry in _entries(written)]


def _entries(written: Written) -> list[Any]:
    references = written.root.get("references")
    return list(references) if isinstance(references, Seq) else []


def _places(written: Written) -> Iterator[tuple[Place, Map]]:
    for index, entry in enumerate(_entries(written)):
        if isinstance(entry, Map):
            yield Place(written.file, ("references", index)), entry


def _renamings(written: Written) -> Iterator[Edit]:
    """Yield the edits that call fields by their canonical names."""
    for place, entry in _places(written):
        for word in entry:
            if (name := canonical_name(word)) != word and name not in entry:
                yield RenameKey(place.at(word), name)


def _respellings(written: Written) -> Iterator[Edit]:
    """Yield the edits that give types, names and lists their canonical spelling."""
    for place, entry in _places(written):
        canonical = canonical_fields(entry)
        for name, old in entry.items():
            if old is not None:
                yield from _respelled(place.at(name), old, _canonical_value(name, canonical.get(name)))
        for name in ("genre", "others"):
            if name in canonical and name not in entry:
                yield SetValue(place.at(name), canonical[name])


def _respelled(place: Place, old: Any, new: Any) -> Iterator[Edit]:
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        yield from (SetValue(place.at(step), new[step]) for step in range(len(old)) if new[step] != old[step])
    elif new != old:
        yield SetValue(place, new)


def _canonical_value(name: str, value: Any) -> Any:
    if name in NAME_FIELDS:
        try:
            return _names(value)
        except Malformed:
            return value
    if name in LIST_FIELDS and isinstance(value, str):
        return [value]
    return value


def _names(value: Any) -> Any:
    if isinstance(value, str):
        value = split_names(value)
    return [person_fields(name) for name in ([value] if isinstance(value, dict) else value)]


def _requotings(written: Written) -> Iterator[Edit]:
    """Yield the edits that quote what another YAML reader would take for a number, a date or a truth value."""
    for place, entry in _places(written):
        for name, value in entry.items():
            if name in TYPED_FIELDS or not isinstance(value, str) or not needs_quotes(value):
                continue
            if written.plain(entry.span(name)[1]):
                yield SetValue(place.at(name), value)


def _reorderings(written: Written) -> Iterator[Splice]:
    for _, entry in _places(written):
        if list(entry) == list(in_order(entry)) and not entry.flow:
            continue
        if not entry.flow:
            yield from _reordered(written, entry)
        elif "#" not in written.text[entry.start : entry.end]:
            yield _unfolded(written, entry)


def _unfolded(written: Written, entry: Map) -> Splice:
    """Write an entry that stands in braces as an entry in lines, where the list itself is one."""
    fields = in_order(entry)
    if written.root["references"].flow:
        return Splice(entry.start, entry.end, flow(fields))
    dash = written.text.rindex("-", 0, entry.start)
    indent = " " * (written.line_column(dash)[1] - 1)
    gap = entry.start - dash - 1
    lines = entry_lines(fields, indent)
    eol = "\r\n" if "\r\n" in written.text else "\n"
    return Splice(dash + 1, entry.end, eol.join([" " * min(gap, 1) + lines[0][len(indent) + 2 :], *lines[1:]]))


def _reordered(written: Written, entry: Map) -> Iterator[Splice]:
    """Yield the splice that moves the fields of an entry, each with the comments above it."""
    text, names = written.text, list(entry)
    first = entry.span(names[0])[0]
    blocks: dict[str, str] = {}
    start = first
    for name in names:
        _, at, end = entry.span(name)
        stop = _line_stop(text, max(at, at + len(text[at:end].rstrip())))
        blocks[name] = text[start:stop]
        start = stop
    eol = "\r\n" if "\r\n" in text[:start] else "\n"
    column = written.line_column(first)[1] - 1
    blocks[names[0]] = " " * column + blocks[names[0]]
    blocks = {name: block if block.endswith(("\n", "\r")) else block + eol for name, block in blocks.items()}
    yield _joined(written, first, start, [blocks[name] for name in in_order(entry)], column)


def _joined(written: Written, first: int, stop: int, blocks: list[str], column: int) -> Splice:
    """Put fields together behind the dash; comments above the new first one go above the dash."""
    text = written.text
    lines = _LINES.findall(blocks[0])
    above = 0
    while not lines[above].strip() or lines[above].lstrip().startswith("#"):
        above += 1
    begin = first - column
    dash = text[begin:first]
    indent = dash[: len(dash) - len(dash.lstrip(" "))]
    head = "".join(indent + line.lstrip(" ") for line in lines[:above])
    body = "".join([lines[above][column:], *lines[above + 1 :], *blocks[1:]])
    if not text[:stop].endswith(("\n", "\r")):
        body = body.rstrip("\r\n")
    return Splice(begin, stop, head + dash + body)


def _line_stop(text: str, offset: int) -> int:
    found = re.compile(r"\r\n|\r|\n|\Z").search(text, offset)
    return found.end() if found else len(text)
