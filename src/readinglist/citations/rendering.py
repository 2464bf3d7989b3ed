"""From items to finished text in one call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from readinglist.citations.output import format_named
from readinglist.citations.positions import Citation
from readinglist.citations.processor import Processor
from readinglist.citations.scene import Cite
from readinglist.citations.style import Style

Items = Iterable[Mapping[str, Any]]


def render_bibliography(
    items: Items,
    style: Style | str | Path,
    locale: str | None = None,
    format: str = "text",
) -> list[str]:
    """The items as the entries of one bibliography, in the style's order."""
    return [text.strip() for _, text in Processor(style, items, locale).entries(format)]


def render_each(
    items: Items,
    style: Style | str | Path,
    locale: str | None = None,
    format: str = "text",
) -> list[str]:
    """Every item as if it were the only one, in the order given."""
    format_named(format)
    rendered = (Processor(style, [item], locale).entries(format) for item in items)
    return [entries[0][1].strip() if entries else "" for entries in rendered]


def render_citations(
    citations: Sequence[Citation | Sequence[str]],
    items: Items,
    style: Style | str | Path,
    locale: str | None = None,
    format: str = "text",
) -> list[str]:
    """Citations as they stand in a text; ids alone make a citation without locators."""
    known = [
        citation if isinstance(citation, Citation) else Citation([Cite(one) for one in citation], note=at)
        for at, citation in enumerate(citations, start=1)
    ]
    order = [cite.id for citation in known for cite in citation.cites]
    return Processor(style, items, locale, cited_first=order).citations(known, format)
