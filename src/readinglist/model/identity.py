"""When two entries are the same work: the identifiers and addresses that only one work can have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from readinglist.model.entry import Entry

# Their ISBN is that of the book.
_IN_A_BOOK = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"})


def identities(entry: Entry) -> Iterator[str]:
    """Yield what identifies an entry, spelled one way: `doi:…`, `arxiv:…`, `url:…`."""
    yield from _spelled(entry.type, entry.doi, entry.arxiv, entry.isbn, (entry.url, entry.link))


def identities_in(fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield what identifies an entry that is given as plain, sound data."""
    addresses = (fields.get("URL"), fields.get("link"))
    yield from _spelled(fields.get("type"), fields.get("DOI"), fields.get("arxiv"), fields.get("ISBN"), addresses)


def _spelled(
    kind: str | None, doi: str | None, arxiv: str | None, isbn: str | None, addresses: tuple[str | None, ...]
) -> Iterator[str]:
    if doi:
        yield f"doi:{doi.lower()}"
    if arxiv:
        yield f"arxiv:{re.sub(r'v[0-9]+$', '', arxiv)}"
    if isbn and kind not in _IN_A_BOOK:
        yield f"isbn:{re.sub('[^0-9X]', '', isbn)}"
    for address in addresses:
        if address:
            yield f"url:{plain_address(address)}"


def plain_address(address: str) -> str:
    """Return an address without what does not change where it leads: scheme, `www.`, a last slash."""
    plain = re.sub(r"^https?://(?:www\.)?", "", address, flags=re.IGNORECASE)
    host, slash, rest = plain.partition("/")
    return (host.lower() + slash + rest).rstrip("/")
