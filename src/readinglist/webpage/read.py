"""What an address answered, read: a page, a bibliography, a document of JSON, or a reason why there is nothing."""

from __future__ import annotations

from collections.abc import Mapping

from readinglist.metadata.outcome import (
    AuthRequired,
    Blocked,
    Known,
    NotFound,
    Outcome,
    RateLimited,
    Unavailable,
    Unreadable,
)
from readinglist.registry import discover
from readinglist.webpage.clue import Clue, Evidence
from readinglist.webpage.corroboration import corroborated
from readinglist.webpage.decoding import decode
from readinglist.webpage.documents import read_document
from readinglist.webpage.finish import finished
from readinglist.webpage.page import Page
from readinglist.webpage.precedence import merged
from readinglist.webpage.titles import with_clean_titles
from readinglist.webpage.walls import wall

_TELLING = {"title", "author", "issued", "DOI", "arxiv"}


def read_page(body: bytes, headers: Mapping[str, str], url: str, status: int = 200) -> Outcome:
    """Return what a page says about the work that it is, or why nothing is known of it."""
    headers = {name.lower(): value for name, value in headers.items()}
    text = decode(body, headers)
    if why := wall(text, headers, url):
        return Blocked(why)
    if failure := _failure(status, headers):
        return failure
    document = read_document(text, body, headers, url)
    return document if document is not None else _from_html(text, url)


def clues_of(page: Page) -> list[Clue]:
    """Return everything that the evidence of a page says."""
    found = discover("readinglist.webpage.evidence", Evidence)
    clues = [clue for each in found.values() for clue in each.find(page)]
    return [*with_clean_titles(clues, page), *corroborated(clues, page)]


def _from_html(text: str, url: str) -> Outcome:
    page = Page(text, url)
    claims = finished(merged(clues_of(page)), page)
    if not _TELLING & {claim.field for claim in claims}:
        return Unreadable("the page says nothing about itself")
    return Known(claims)


def _failure(status: int, headers: Mapping[str, str]) -> Outcome | None:
    """Return what a status says that is none of success."""
    told = f"HTTP {status}"
    if status in {404, 410}:
        return NotFound(told)
    if status == 401:
        return AuthRequired(told)
    if status == 429:
        wait = headers.get("retry-after", "")
        return RateLimited(told, float(wait) if wait.isdecimal() else None)
    if status in {403, 451}:
        return Blocked(told)
    if status >= 500:
        return Unavailable(told)
    return Unreadable(told) if not 200 <= status < 300 else None
