"""Rich text while it is being built: strings, and spans of marked parts around them.

A node is a string or a `Span`; nothing rendered is the empty string. Two strings side by side stay two strings:
the seam between them is where punctuation is judged later (see `punctuation`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

Mark = tuple[str, str]
"""A property and its value, like ("font-style", "italic")."""

QUOTE: Mark = ("quote", "")
SINGLE_QUOTE: Mark = ("quote", "single")
"""Single curly quotes: they stay single where they stand alone."""
FIELD: Mark = ("field", "")
"""Parts of one field: what follows a quotation there was written by hand and stays where it is."""
FIELD_MARKS: dict[str, Mark] = {
    "i": ("font-style", "italic"),
    "b": ("font-weight", "bold"),
    "sup": ("vertical-align", "sup"),
    "sub": ("vertical-align", "sub"),
    "sc": ("font-variant", "small-caps"),
}
NOCASE: Mark = ("nocase", "")
NODECOR: Mark = ("no-decor", "")


@dataclass(slots=True)
class Span:
    """Parts under one mark, or merely together; `flips` when the mark came from a field and yields inside its like."""

    parts: Sequence[Node]
    mark: Mark | None = None
    flips: bool = False


Node = str | Span


def together(nodes: Iterable[Node]) -> Node:
    """The nodes as one, in order and without the empty ones."""
    parts = [node for node in nodes if node]
    if not parts:
        return ""
    return parts[0] if len(parts) == 1 else Span(parts)


def joined(nodes: Iterable[Node], delimiter: Node) -> Node:
    """The nodes that have something to say, with the delimiter between them."""
    parts: list[Node] = []
    for node in nodes:
        if not node:
            continue
        if parts and delimiter:
            parts.append(delimiter)
        parts.append(node)
    if not parts:
        return ""
    return parts[0] if len(parts) == 1 else Span(parts)


def marked(node: Node, mark: Mark) -> Node:
    """The node under the mark."""
    return Span((node,), mark) if node else ""


def affixed(prefix: Node, node: Node, suffix: Node) -> Node:
    """The node between its affixes; nothing stays nothing."""
    if not node or not (prefix or suffix):
        return node
    return Span([part for part in (prefix, node, suffix) if part])


def plain(node: Node) -> str:
    """The characters alone."""
    if isinstance(node, str):
        return node
    return "".join(plain(part) for part in node.parts)


def leaves(node: Node) -> Iterator[str]:
    """Every string of the node in order."""
    if isinstance(node, str):
        yield node
    else:
        for part in node.parts:
            yield from leaves(part)


def mapped(node: Node, change: Callable[[str], str]) -> Node:
    """The node with every string of it changed."""
    if isinstance(node, str):
        return change(node)
    return Span([mapped(part, change) for part in node.parts], node.mark, node.flips)


def leading_capital(node: Node) -> Node:
    """The node with a capital at its start."""
    if isinstance(node, str):
        return node[:1].upper() + node[1:]
    return Span([leading_capital(node.parts[0]), *node.parts[1:]], node.mark, node.flips) if node.parts else node
