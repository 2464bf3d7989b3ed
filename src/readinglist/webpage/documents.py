"""Answers that are no HTML: bibliographies, JSON, feeds, and what cannot be read at all."""

from __future__ import annotations

import re
from readinglist.metadata.outcome import Outcome, Unreadable
from readinglist.webpage.bibliographies import read_bibliography
from readinglist.webpage.feeds import read_feed
from readinglist.webpage.json_documents import read_json

_BINARY = re.compile(r"(?:image|audio|video|font)/|application/(?:octet-stream|zip|gzip|x-tar|epub|msword|vnd\.)")
_MARKUP = re.compile(r"\s*<(?:!doctype|html|head|body|meta|!--|\?xml|[a-z])", re.IGNORECASE)
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL)
_LOOKED_AT = 4000


def read_document(text: str, body: bytes, kind: str, url: str) -> Outcome | None:
    """Return what is known from an answer that is no HTML; None where it is HTML. `kind` is its content type."""
    if body.startswith(b"%PDF-") or "application/pdf" in kind:
        return Unreadable("this is a PDF, and says nothing here about the work in it")
    if not text.strip():
        return Unreadable("the answer is empty")
    if _FEED.match(text[:_LOOKED_AT]):
        return read_feed(body, url)
    if "html" in kind or _MARKUP.match(text):
        return None
    if "json" in kind or text.lstrip()[:1] in {"{", "["}:
        return read_json(text, url)
    if _BINARY.match(kind):
        return Unreadable(f"this is {kind.partition(';')[0]}, which says nothing here about a work")
    return read_bibliography(text)
