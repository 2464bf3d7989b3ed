"""What a program, or a reader with a paper to write, takes from an entry of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readinglist.citing import bibliography, items_of
from readinglist.exporters import attribution, coins, ris
from readinglist.exporters._bib.record import bib_text
from readinglist.exporters.bibtex import BibtexOptions, records
from readinglist.markdown import escape
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.page import inert


class Taken(NamedTuple):
    """The forms of one entry, as HTML."""

    citation: str
    bibtex: str
    coins: str
    data: str


def taken(catalog: Catalog, entries: Sequence[Entry], style: str) -> Iterator[Taken]:
    """Yield the forms of each entry: the same texts that the exports of these formats hold."""
    chosen = catalog.only(tuple(entries))
    items = items_of(entries)
    for entry, record, item, citation in zip(
        entries, records(chosen, BibtexOptions()), items, _citations(entries, items, style), strict=True
    ):
        url = entry.shown_link
        markdown = (
            escape.link(escape.link_text(entry.shown_title), url) if url else escape.plain_text(entry.shown_title)
        )
        data = inert.data({"csl": item, "ris": ris.text(entry), "md": markdown})
        yield Taken(citation, inert.text(bib_text([record])), coins.span(entry), data)


def _citations(entries: Sequence[Entry], items: Sequence[object], style: str) -> Iterator[str]:
    """Yield the citation of each entry in a style, or the line that names it in running text."""
    if not style:
        yield from (inert.text(attribution.line(entry)) for entry in entries)
    else:
        yield from (inert.text(text) for _, text in bibliography(items, style, each=True))  # type: ignore[arg-type]
