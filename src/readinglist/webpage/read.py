"""What an address answered, read: a page, a feed, a record of a work, or a reason why there is nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from readinglist.metadata.outcome import Known, Outcome, Unreadable
from readinglist.registry import discover
from readinglist.sources import _documents
from readinglist.sources._answers import failure_of
from readinglist.web.messages import Answer
from readinglist.webpage.clue import Clue, Evidence
from readinglist.webpage.corroboration import corroborated
from readinglist.webpage.decoding import decode
from readinglist.webpage.feeds import is_feed, read_feed
from readinglist.webpage.finish import finished, other_names
from readinglist.webpage.page import Page
from readinglist.webpage.posts import is_post, read_post
from readinglist.webpage.precedence import SOURCE, merged
from readinglist.webpage.titles import with_clean_titles

_TELLING = frozenset({"title", "author", "issued", "DOI", "arxiv"})
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?!\?xml)(?:!doctype|html|head|body|title|meta|link|h1|p|div)\b",
    re.I | re.S,
)
_BINARY = re.compile(r"(?:image|audio|video|font)/|application/(?:octet-stream|zip|gzip|x-tar|epub|msword|vnd\.)")


def read_page(body: bytes, headers: Mapping[str, str], url: str, status: int = 200) -> Outcome:
    """Return what an address says about the work that it leads to, or why nothing is known of it."""
    return read_answer(Answer(url, status, {name.lower(): value for name, value in headers.items()}, body))


def read_answer(answer: Answer) -> Outcome:
    """Return what an answer says about a work, whatever it is in: HTML, a feed, JSON, a bibliography."""
    if failure := failure_of(answer):
        return failure
    kind = answer.headers.get("content-type", "").lower()
    text = decode(answer.body, answer.headers)
    if answer.body.startswith(b"%PDF-") or "application/pdf" in kind:
        return Unreadable("this is a PDF, and says nothing here about the work in it")
    if is_feed(text):
        return read_feed(answer.body, answer.url)
    if _is_html(text, kind):
        return from_html(text, answer.url)
    if _BINARY.match(kind):
        return Unreadable(f"this is {kind.partition(';')[0]}, which says nothing here about a work")
    return read_post(text, answer.url) if is_post(text) else _documents.read(answer, SOURCE)


def from_html(text: str, url: str) -> Outcome:
    """Return what the text of a page says."""
    page = Page(text, url)
    claims = finished(merged(clues_of(page)), page)
    if not _TELLING & {claim.field for claim in claims}:
        return Unreadable("the page says nothing about a work")
    return Known(claims, other_names(claims))


def clues_of(page: Page) -> list[Clue]:
    """Return everything that the evidence of a page says."""
    kinds = discover("readinglist.webpage.evidence", Evidence)
    clues = [clue for kind in kinds.values() for clue in kind.find(page)]
    return [*with_clean_titles(clues, page), *corroborated(clues, page)]


def _is_html(text: str, kind: str) -> bool:
    return "html" in kind or bool(_HTML.match(text[:4000]))
