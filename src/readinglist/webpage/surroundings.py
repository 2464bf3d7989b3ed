"""The text around a place in a page."""

from __future__ import annotations

from typing import Any

_SILENT = "[not(parent::script or parent::style or parent::noscript or parent::template)]"


def text_after(element: Any, length: int) -> str:
    """Return the text that follows an element, about so much of it."""
    return _so_much(iter(element.xpath(f"following::text(){_SILENT}[position() < 80]")), length)


def text_before(element: Any, length: int) -> str:
    """Return the text before an element, about so much of it."""
    texts = element.xpath(f"preceding::text(){_SILENT}[position() < 30]")
    return " ".join(texts)[-length:]


def _so_much(texts: Any, length: int) -> str:
    parts: list[str] = []
    size = 0
    for text in texts:
        parts.append(text)
        size += len(text.strip())
        if size > length:
            break
    return " ".join(parts)
