"""Where in a .bib what a catalog calls otherwise stands: the container's title is in `journal`, the date in `year`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.importers._bib.scan import Block
from readinglist.model.place import Path
from readinglist.model.spelling import canonical_name

Span = tuple[int, int]

# A field of a .bib -> the fields of a catalog that the importer may make of it, besides the one of the same meaning.
_ALSO = {
    "abstract": "abstract",
    "annotation": "annote",
    "archiveprefix": "arxiv",
    "arxivid": "arxiv",
    "bookauthor": "container-author",
    "chapter": "chapter-number",
    "eid": "number",
    "eprintclass": "arxiv-class",
    "eventdate": "event-date",
    "eventtitle": "event-title",
    "howpublished": "URL publisher",
    "ids": "aliases",
    "journaltitle": "container-title",
    "langid": "language",
    "lastaccessed": "accessed",
    "lastchecked": "accessed",
    "location": "publisher-place",
    "month": "issued",
    "note": "accessed archive-url version",
    "number": "issue collection-number",
    "origdate": "original-date",
    "origyear": "original-date",
    "pagetotal": "number-of-pages",
    "primaryclass": "arxiv-class",
    "pubstate": "status",
    "shortjournal": "container-title-short",
    "shorttitle": "title-short",
    "title": "protect",
    "type": "genre",
    "urldate": "accessed",
    "venue": "event-place",
    "volumes": "number-of-volumes",
    "address": "publisher-place",
}
_LISTS = {"author", "editor", "translator", "container-author"}
_AND = re.compile(r"[{}]|\s+and(?=\s)", re.IGNORECASE)


def spans_of(text: str, block: Block) -> dict[Path, Span]:
    """Return the offsets of the fields that a catalog makes of an entry, and of each name in a list of them."""
    found: dict[Path, Span] = {("id",): _key(text, block)}
    found[("type",)] = (block.offset, block.offset + 1 + len(block.kind))
    for (name, _), (start, end) in zip(block.fields, block.spans, strict=True):
        end = start + len(text[start:end].rstrip())
        for field in (canonical_name(name.lower()), *_ALSO.get(name.lower(), "").split()):
            if (field,) not in found:
                found[(field,)] = (start, end)
                if field in _LISTS:
                    found |= {(field, number): span for number, span in enumerate(_names(text, start, end))}
    return found


def _key(text: str, block: Block) -> Span:
    start = text.find(block.key, block.offset) if block.key else block.offset
    return start, start + len(block.key or "@")


def _names(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield where each name of a list stands, within its braces or quotes."""
    start, end = start + 1, end - 1
    level, begin = 0, start
    for sign in _AND.finditer(text, start, end):
        if sign[0] in ("{", "}"):
            level += 1 if sign[0] == "{" else -1
        elif level == 0:
            yield _trimmed(text, begin, sign.start())
            begin = sign.end()
    yield _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
