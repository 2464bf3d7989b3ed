"""What any rendering element may wear: case, quotes, font, affixes, a place on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from readinglist.citations.markup import read_affix
from readinglist.citations.richtext import QUOTE, Mark, Node, Span, affixed, mapped
from readinglist.citations.scene import Scene
from readinglist.citations.textcase import recased
from readinglist.citations.xmltree import Element

_FONT = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")


_PERIOD = re.compile(r"\.(?!\w{2})")
"""Full stops to strip; the one inside "Python.org" is none."""


@dataclass(frozen=True, slots=True)
class Dress:
    """The formatting attributes of one element, read once."""

    prefix: Node = ""
    suffix: Node = ""
    marks: tuple[Mark, ...] = ()
    case: str = ""
    quotes: bool = False
    strip_periods: bool = False
    display: str = ""

    @classmethod
    def of(cls, element: Element) -> Dress:
        """The dress an element asks for."""
        return cls(
            read_affix(element.get("prefix")),
            read_affix(element.get("suffix")),
            tuple((name, element.attributes[name]) for name in _FONT if name in element.attributes),
            element.get("text-case"),
            element.get("quotes") == "true",
            element.get("strip-periods") == "true",
            element.get("display"),
        )

    @property
    def upright(self) -> Dress:
        """The same without italics."""
        return replace(self, marks=tuple(mark for mark in self.marks if mark != ("font-style", "italic")))

    @property
    def bare(self) -> bool:
        """Whether there is nothing to put on."""
        return self == BARE

    def wear(self, node: Node, scene: Scene, term: bool = False) -> Node:
        """The node dressed; nothing stays nothing. A locale's own terms take title case in any language."""
        if not node:
            return node
        if self.strip_periods:
            node = mapped(node, lambda text: _PERIOD.sub("", text))
        if self.case:
            node = recased(node, self.case, term or scene.english, scene.item.language[:2] == "tr")
        return self.wrap(node)

    def wrap(self, node: Node) -> Node:
        """The node in its quotes, fonts and affixes, with its letters as they are."""
        for mark in self.marks:
            node = Span((node,), mark)
        if self.quotes:
            node = Span((node,), QUOTE)
        node = affixed(self.prefix, node, self.suffix)
        return Span((node,), ("display", self.display)) if self.display else node

    def wrap_layout(self, node: Node) -> Node:
        """The node as a layout shows it: here the font reaches over the affixes."""
        node = affixed(self.prefix, _appended(node, self.suffix), "")
        for mark in self.marks:
            node = Span((node,), mark)
        return node


def _appended(node: Node, suffix: Node) -> Node:
    """The suffix behind the node; where the node ends in a block of its own, inside that block."""
    if isinstance(node, Span) and node.parts and _ends_in_block(node):
        return Span([*node.parts[:-1], _appended(node.parts[-1], suffix)], node.mark, node.flips)
    if isinstance(node, Span) and node.mark is not None and node.mark[0] == "display":
        return Span([*node.parts, suffix], node.mark)
    return affixed("", node, suffix)


def _ends_in_block(node: Span) -> bool:
    last = node.parts[-1]
    if not isinstance(last, Span):
        return False
    return (last.mark is not None and last.mark[0] == "display") or (bool(last.parts) and _ends_in_block(last))


BARE = Dress()
