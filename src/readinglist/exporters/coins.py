"""The format `coins`."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote_plus, urlencode

from readinglist.exporters import Options, exporter
from readinglist.exporters._bib.parts import makers, publisher
from readinglist.exporters._losses import fields, orcids, passed_over, retyped, unheld
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding

Pairs = Iterator[tuple[str, str | None]]

_FORMAT = "info:ofi/fmt:kev:mtx:"
_JOURNAL = {"article-journal": "article", "article-magazine": "article", "article-newspaper": "article"}
_BOOK = {"book": "book", "chapter": "bookitem", "paper-conference": "proceeding", "report": "report"}
_WORDS = {
    "broadcast": "audioRecording", "dataset": "dataset", "motion_picture": "videoRecording", "patent": "patent",
    "post": "forumPost", "post-weblog": "blogPost", "software": "computerProgram", "speech": "presentation",
    "thesis": "dissertation", "webpage": "webpage",
}  # fmt: skip
# Zotero knows more words than other readers do; these types go by words that all of them know.
_READ = {name: name for name in ("article-journal", *_BOOK, "post-weblog", "thesis", "webpage")} | dict.fromkeys(
    _JOURNAL, "article-journal"
)
_HELD = fields(
    "id type title author director host performer composer series-creator producer compiler curator organizer"
    " contributor issued container-title container-title-short collection-title volume issue page edition publisher"
    " publisher-place authority DOI arxiv PMID ISBN ISSN URL language abstract tags"
)


def losses(catalog: Catalog) -> Iterator[Finding]:
    """Yield what a ContextObject has no key for."""
    yield from unheld(catalog, "COinS", _HELD)
    yield from orcids(catalog, "COinS")
    yield from passed_over(catalog, "COinS")
    for entry in catalog:
        yield from retyped(entry, _READ.get(entry.type, "document"), "COinS")


@exporter(".html", losses)
def coins(catalog: Catalog, options: Options) -> str:
    """Write one empty HTML element for each entry, from which Zotero and its like read the entry off a page.

    Each line is a `<span class="Z3988">` with an OpenURL ContextObject in its title: put it beside the
    entry that it describes.
    """
    return "".join(f"{span(entry)}\n" for entry in catalog)


def span(entry: Entry) -> str:
    """Return the element for one entry."""
    pairs = [(key, " ".join(value.split())) for key, value in _pairs(entry) if value]
    return f'<span class="Z3988" title="{escape(urlencode(pairs, quote_via=quote_plus))}"></span>'


def _pairs(entry: Entry) -> Pairs:
    yield "ctx_ver", "Z39.88-2004"
    yield "rfr_id", "info:sid/readinglist"
    yield "rft_id", f"info:doi/{entry.doi}" if entry.doi else None
    yield "rft_id", f"info:arxiv/{entry.arxiv}" if entry.arxiv else None
    yield "rft_id", f"info:pmid/{entry.pmid}" if entry.pmid else None
    yield "rft_id", entry.url
    if entry.type in _JOURNAL:
        yield from _journal(entry)
    elif entry.type in _BOOK:
        yield from _book(entry)
    else:
        yield from _dublin_core(entry)
    yield "rft.date", str(entry.issued.begin) if entry.issued else None
    yield from _people(entry)
    yield "rft.language", entry.language


def _people(entry: Entry) -> Pairs:
    people = makers(entry)
    if people and people[0].family and entry.type in {*_JOURNAL, *_BOOK}:
        yield "rft.aulast", people[0].family_text
        yield "rft.aufirst", people[0].given
    creator = "rft.au" if entry.type in {*_JOURNAL, *_BOOK} else "rft.creator"
    for person in people:
        yield creator, person.text


def _journal(entry: Entry) -> Pairs:
    yield "rft_val_fmt", f"{_FORMAT}journal"
    yield "rft.genre", _JOURNAL[entry.type]
    yield "rft.atitle", entry.title
    yield "rft.jtitle", entry.container_title
    yield "rft.stitle", entry.container_title_short
    yield "rft.volume", entry.volume
    yield "rft.issue", entry.issue
    yield from _pages(entry)
    yield "rft.issn", entry.issn


def _book(entry: Entry) -> Pairs:
    whole = entry.type in {"book", "report"}
    yield "rft_val_fmt", f"{_FORMAT}book"
    yield "rft.genre", _BOOK[entry.type]
    yield ("rft.btitle" if whole else "rft.atitle"), entry.title
    yield ("rft.series" if whole else "rft.btitle"), entry.collection_title if whole else entry.container_title
    yield "rft.edition", entry.edition
    yield "rft.place", entry.publisher_place
    yield "rft.pub", publisher(entry)
    yield from _pages(entry)
    yield "rft.isbn", entry.isbn


def _pages(entry: Entry) -> Pairs:
    first, _, last = (entry.page or "").replace("–", "-").partition("-")
    yield "rft.pages", entry.page
    yield "rft.spage", first
    yield "rft.epage", last


def _dublin_core(entry: Entry) -> Pairs:
    yield "rft_val_fmt", f"{_FORMAT}dc"
    yield "rft.type", _WORDS.get(entry.type, "document")
    yield "rft.title", entry.title
    yield "rft.source", entry.container_title
    yield "rft.publisher", publisher(entry)
    yield "rft.identifier", entry.url
    yield "rft.description", entry.abstract
    for tag in entry.tags:
        yield "rft.subject", tag
