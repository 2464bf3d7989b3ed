"""YAML in block style for other programs' files, where text stays text and a number a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from readinglist.catalog_file.scalars import scalar

Node: TypeAlias = str | int | bool | Sequence["Node"] | Mapping[str, "Node"]


def yaml_text(document: Mapping[str, Node]) -> str:
    """Return a document; what is empty in it is left out."""
    return "".join(f"{line}\n" for line in _map(document, ""))


def _map(mapping: Mapping[str, Node], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        if value == "" or value == [] or value == {}:
            continue
        if isinstance(value, Mapping):
            yield f"{indent}{scalar(key)}:"
            yield from _map(value, indent + "  ")
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield f"{indent}{scalar(key)}:"
            for item in value:
                yield from _item(item, indent)
        else:
            yield f"{indent}{scalar(key)}: {_leaf(value)}"


def _item(item: Node, indent: str) -> Iterator[str]:
    if not isinstance(item, Mapping):
        yield f"{indent}- {_leaf(item)}"
        return
    first, *rest = _map(item, f"{indent}  ")
    yield f"{indent}- {first.lstrip()}"
    yield from rest


def _leaf(value: Node) -> str:
    if isinstance(value, str):
        return scalar(value, style='"' if value.isdecimal() else "")
    return str(value).lower()
