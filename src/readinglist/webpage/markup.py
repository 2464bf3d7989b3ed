"""The text of parts of a page, as a reader sees it."""

from __future__ import annotations

import re
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


def text_of(element: Element, *, without: re.Pattern[str] | None = None) -> str:
    """Return the text that a reader sees in an element; `without` matches classes of parts that do not count."""
    parts: list[str] = [element.text or ""]
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, each in walk:
        if each is element:
            continue
        if event == "end":
            parts.append(each.tail or "")
        elif each.tag in _SILENT or (without and without.search(each.get("class") or "")):
            walk.skip_subtree()
        else:
            parts.append(f"{' ' if each.tag in _BLOCKS else ''}{each.text or ''}")
    return "".join(parts)


def text_after(element: Element, length: int) -> str:
    """Return the text that follows an element, about so much of it."""
    parts: list[str] = []
    size = 0
    for text in element.xpath(f"following::text(){_SEEN}[position() < 120]"):
        parts.append(text)
        size += len(text.strip())
        if size > length:
            break
    return " ".join(parts)


def text_before(element: Element, length: int) -> str:
    """Return the text before an element, about so much of it."""
    return " ".join(element.xpath(f"preceding::text(){_SEEN}[position() < 30]"))[-length:]
