"""The format `coins`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote_plus

from readinglist.exporters import Options, exporter
from readinglist.exporters._bib.parts import makers, publisher
from readinglist.exporters._losses import fields, orcids, passed_over, retyped, unheld
from readinglist.importers._zotero import TYPES as ZOTERO_TYPES
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding
from readinglist.model.person import Person

Pairs = Iterator[tuple[str, str | None]]

# What Zotero calls each type; it takes `rft.type` for this, whatever the kind of work.
_TYPES = {
    "article": "preprint", "article-journal": "journalArticle", "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle", "bill": "bill", "book": "book", "broadcast": "podcast",
    "chapter": "bookSection", "classic": "book", "collection": "book", "dataset": "dataset",
    "entry": "encyclopediaArticle", "entry-dictionary": "dictionaryEntry", "entry-encyclopedia": "encyclopediaArticle",
    "figure": "artwork", "graphic": "artwork", "hearing": "hearing", "interview": "interview", "legal_case": "case",
    "legislation": "statute", "manuscript": "manuscript", "map": "map", "motion_picture": "videoRecording",
    "musical_score": "book", "pamphlet": "manuscript", "paper-conference": "conferencePaper", "patent": "patent",
    "performance": "presentation", "periodical": "book", "personal_communication": "letter", "post": "forumPost",
    "post-weblog": "blogPost", "regulation": "statute", "report": "report", "review": "journalArticle",
    "review-book": "journalArticle", "software": "computerProgram", "song": "audioRecording", "speech": "presentation",
    "standard": "standard", "thesis": "thesis", "treaty": "statute", "webpage": "webpage",
}  # fmt: skip
# Several types share a word of Zotero's; these are what readers take such a word for.
_READ = {kind: ZOTERO_TYPES.get(word, "document") for kind, word in _TYPES.items()}
_HELD = fields(
    "id type title author director host performer composer series-creator producer compiler curator organizer"
    " contributor issued container-title collection-title volume issue page edition publisher publisher-place authority"
    " DOI arxiv PMID ISBN ISSN URL language abstract area tags"
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
    entry that it describes. All are in the Dublin Core format, with the type of the work as Zotero names it.
    """
    return "".join(f"{span(entry)}\n" for entry in catalog)


def span(entry: Entry) -> str:
    """Return the element for one entry."""
    written = "&amp;".join([f"{key}={_encoded(value)}" for key, value in _pairs(entry) if value])
    return f'<span class="Z3988" title="{written}"></span>'


def _encoded(value: str) -> str:
    value = " ".join(value.split())
    return value.replace(" ", "+") if _PLAIN(value) else quote_plus(value, safe="/:,")


_PLAIN = re.compile(r"[A-Za-z0-9_.~/:, -]*").fullmatch


def _pairs(entry: Entry) -> Pairs:
    """Yield keys and values. Zotero reads them in order, and what follows `rft.type` as that type: it comes last."""
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"
    yield "rfr_id", "info:sid/readinglist"
    yield "rft_id", f"info:doi/{entry.doi}" if entry.doi else None
    yield "rft_id", f"info:arxiv/{entry.arxiv}" if entry.arxiv else None
    yield "rft_id", f"info:pmid/{entry.pmid}" if entry.pmid else None
    yield "rft_id", _readable(entry.url or entry.shown_link)
    yield "rft.title", _readable(entry.title)
    yield from _people(entry)
    yield "rft.source", _readable(entry.container_title)
    yield "rft.publisher", _readable(publisher(entry))
    yield "rft.date", str(entry.issued.begin) if entry.issued else None
    yield "rft.language", entry.language
    yield "rft.description", _readable(entry.abstract)
    for word in dict.fromkeys((*entry.area, *entry.tags)):
        yield "rft.subject", _readable(word)
    yield from _within(entry)
    yield "rft.type", _TYPES.get(entry.type, "document")


def _people(entry: Entry) -> Pairs:
    for person in makers(entry):
        if person.literal:
            yield "rft.aucorp", _readable(person.literal)
        else:
            yield "rft.creator", _readable(_name(person))


def _name(person: Person) -> str:
    """Return a name whose comma tells the family name from the given ones."""
    given = " ".join(part for part in (person.given, person.dropping_particle) if part)
    return ", ".join(part for part in (person.family_text, given) if part) + (
        f" {person.suffix}" if person.suffix else ""
    )


def _within(entry: Entry) -> Pairs:
    """Yield keys that Dublin Core has not and Zotero reads all the same."""
    yield "rft.series", entry.collection_title
    yield "rft.volume", entry.volume
    yield "rft.issue", entry.issue
    yield "rft.pages", entry.page
    yield "rft.edition", entry.edition
    yield "rft.place", entry.publisher_place
    yield "rft.isbn", entry.isbn
    yield "rft.issn", entry.issn


def _readable(text: str | None) -> str | None:
    """Return a text without `+`, which Zotero reads as a blank, encoded or not: its wide form, or %2B in an address."""
    if text is None or "+" not in text:
        return text
    return text.replace("+", "%2B" if "://" in text else "＋")
