"""The text of parts of a page, as a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

Element = Any  # lxml's stubs make every step through a tree a guess of theirs

_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "button", "select", "textarea", "iframe"})
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "td", "th", "tr", "ul",
})  # fmt: skip
_SEEN = "[not(parent::script or parent::style or parent::noscript or parent::template)]"


def text_of(
    element: Element,
    length: int = 5000,
    *,
    without: re.Pattern[str] | None = None,
    tags: frozenset[str] = frozenset(),
) -> str:
    """Return the text that a reader sees in an element, not much more than so much of it.

    Parts whose class or name `without` matches do not count, nor do those of these tags.
    """
    return _some(_parts(element, without, tags), length, "") if len(element) else element.text or ""


def _parts(element: Element, without: re.Pattern[str] | None, tags: frozenset[str]) -> Iterator[str]:
    """Yield the pieces of an element's text, from the first on, as they are asked for."""
    yield element.text or ""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, each in walk:
        if each is element:
            continue
        tag = each.tag
        if event == "end":
            text = each.tail
        elif tag in _SILENT or tag in tags or (without and without.search(_marks(each))):
            walk.skip_subtree()
            continue
        else:
            text = each.text
        yield f" {text or ''}" if tag in _BLOCKS else text or ""


def _marks(element: Element) -> str:
    named, called = element.get("class"), element.get("id")
    return f"{named or ''} {called or ''}" if named or called else ""


def text_after(element: Element, length: int) -> str:
    """Return the text that follows an element, about so much of it."""
    return _some(_following(element), length, " ")


def _some(pieces: Iterable[str], length: int, between: str) -> str:
    """Join pieces until there is enough of them."""
    kept: list[str] = []
    size = 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece.strip())
        if size > length:
            break
    return between.join(kept)


def _following(element: Element) -> Iterator[str]:
    for each in (element, *element.iterancestors()):
        yield each.tail or ""
        for sibling in each.itersiblings():
            if sibling.tag not in _SILENT:
                yield from _parts(sibling, None, frozenset())
            yield sibling.tail or ""


def text_before(element: Element, length: int) -> str:
    """Return the text before an element, about so much of it."""
    return " ".join(element.xpath(f"preceding::text(){_SEEN}[position() < 30]"))[-length:]
