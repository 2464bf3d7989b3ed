"""YAML files of other programs, every value as text and every part with its place."""

from __future__ import annotations

import re
from typing import Any

from readinglist.catalog_file.parse import NotYaml, Trouble, parse
from readinglist.catalog_file.recover import recover
from readinglist.catalog_file.text import readable
from readinglist.importers._found import finding
from readinglist.model.finding import Finding
from readinglist.model.written import Map

_FRONT = re.compile(r"\A---[ \t]*\r?\n")
_END_OF_FRONT = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_KEY = re.compile(r"^(?=[^\s#\-\]}])", re.MULTILINE)


def read_yaml(text: str) -> tuple[Any, list[Finding]]:
    """Return what a YAML text, or the first part of a document, says; where it is broken, what can be understood."""
    text = _front_matter(text)
    clean, troubles = readable(text)
    try:
        root = parse(clean, 0, troubles)
    except NotYaml as error:
        root = _in_pieces(clean, error.trouble, troubles)
    return root, [finding(each.rule, each.offset, each.message) for each in troubles]


def offset_of(node: Any, key: str) -> int:
    """Return where a key of a map stands; 0 where that got lost with what is broken around it."""
    try:
        return int(node.span(key)[0]) if isinstance(node, Map) else 0
    except (AttributeError, IndexError):
        return 0


def _front_matter(text: str) -> str:
    """Return the text up to the end of its first part, behind which a document may follow."""
    if start := _FRONT.match(text):
        end = _END_OF_FRONT.search(text, start.end())
        if end:
            return text[: end.start()]
    return text


def _in_pieces(text: str, trouble: Trouble, troubles: list[Trouble]) -> Any:
    """Read a broken text entry by entry: the items of `references`, or the keys of a map."""
    if re.search(r"^references:", text, re.MULTILINE):
        root, more = recover(text, trouble)
        troubles += more
        return root
    troubles.append(trouble)
    starts = [found.start() for found in _KEY.finditer(text)]
    if not starts:
        return {}
    found: list[tuple[str, Any]] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        own: list[Trouble] = []
        try:
            piece = parse(
                re.sub(r"[^\r\n]", " ", text[:start]) + text[start:end] if start < 2000 else text[start:end], 0, own
            )
        except NotYaml:
            continue
        if isinstance(piece, Map):
            found += piece.items()
    return dict(found)
