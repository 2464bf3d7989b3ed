"""When two entries are the same work: the identifiers and addresses that only one work can have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.model.entry import Entry

# Their ISBN is that of the book.
_IN_A_BOOK = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"})


def identities(entry: Entry) -> Iterator[str]:
    """Yield what identifies an entry, spelled one way: `doi:…`, `arxiv:…`, `url:…`."""
    if entry.doi:
        yield f"doi:{entry.doi.lower()}"
    if entry.arxiv:
        yield f"arxiv:{re.sub(r'v[0-9]+$', '', entry.arxiv)}"
    if entry.isbn and entry.type not in _IN_A_BOOK:
        yield f"isbn:{re.sub('[^0-9X]', '', entry.isbn)}"
    for address in (entry.url, entry.link):
        if address:
            yield f"url:{plain_address(address)}"


def plain_address(address: str) -> str:
    """Return an address without what does not change where it leads: scheme, `www.`, a last slash."""
    plain = re.sub(r"^https?://(?:www\.)?", "", address, flags=re.IGNORECASE)
    host, slash, rest = plain.partition("/")
    return (host.lower() + slash + rest).rstrip("/")
