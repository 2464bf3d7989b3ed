"""When two entries are the same work: the identifiers and addresses that only one work can have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from readinglist.model.addresses import arxiv_in, doi_in, plain_address
from readinglist.model.identifiers import ISBN
from readinglist.model.pages import named_at

if TYPE_CHECKING:
    from readinglist.model.entry import Entry

# Their ISBN is that of the book.
_IN_A_BOOK = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"})

_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.IGNORECASE)
_PART_OF_A_VIDEO = re.compile(r"[?&](?:list|t|start)=")
_REPOSITORY = re.compile(r"github\.com/[\w.-]+/[\w.-]+?(?:\.git)?(?:/tree/(?:main|master))?(?:#readme)?")
_VERSION = re.compile(r"v\d+$")
_WITHOUT_CAPITALS = frozenset({"github", "acl", "pmcid", "isbn"})
_TO_BE_TOLD_APART = frozenset({"swhid", "huggingface"})
"""What an address names only roughly: its page may be one of many about the work."""


def identities(entry: Entry) -> Iterator[str]:
    """Yield what identifies an entry, spelled one way: `doi:…`, `arxiv:…`, `url:…`."""
    addresses = (entry.url, entry.link)
    yield from _spelled(entry.type, entry.doi, entry.arxiv, entry.isbn, entry.github, addresses)


def identities_in(fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield what identifies an entry that is given as plain, sound data."""
    addresses = (fields.get("URL"), fields.get("link"))
    kind, doi, arxiv, isbn, github = (fields.get(name) for name in ("type", "DOI", "arxiv", "ISBN", "github"))
    yield from _spelled(kind, doi, arxiv, isbn, github, addresses)


def _spelled(
    kind: str | None,
    doi: str | None,
    arxiv: str | None,
    isbn: str | None,
    github: str | None,
    addresses: tuple[str | None, ...],
) -> Iterator[str]:
    if doi:
        yield _doi(doi)
    if arxiv:
        yield f"arxiv:{_VERSION.sub('', arxiv).lower()}"
    if isbn and kind not in _IN_A_BOOK:
        yield f"isbn:{ISBN(isbn).thirteen}"
    if github and not any(addresses):
        yield f"github:{github.lower()}"
    for address in addresses:
        if address:
            yield identity_of(address)


@lru_cache(1 << 16)
def identity_of(address: str) -> str:
    """Return what an address identifies: a DOI, a paper on arXiv, a repository, a video, or the page itself."""
    if doi := doi_in(address):
        return _doi(doi)
    if number := arxiv_in(address):
        return f"arxiv:{_VERSION.sub('', number).lower()}"
    plain = plain_address(address)
    named = named_at(plain)
    if named is None or _is_a_part(named.kind, plain):
        return f"url:{plain}"
    if named.kind == "doi":
        return _doi(named.value)
    if named.kind == "isbn" and ISBN.pattern.fullmatch(named.value):
        return f"isbn:{ISBN(named.value).thirteen}"
    if named.kind == "youtube":
        return f"video:{named.value}"
    if named.kind == "arxiv":
        return f"arxiv:{_VERSION.sub('', named.value).lower()}"
    return f"{named.kind}:{named.value.lower() if named.kind in _WITHOUT_CAPITALS else named.value}"


def _is_a_part(kind: str, plain: str) -> bool:
    """Return whether a page is only one of those about what it names."""
    if kind == "youtube":
        return bool(_PART_OF_A_VIDEO.search(plain))
    return kind in _TO_BE_TOLD_APART or (kind == "github" and not _REPOSITORY.fullmatch(plain))


def _doi(doi: str) -> str:
    found = _ARXIV_DOI.fullmatch(doi)
    return f"arxiv:{_VERSION.sub('', found[1]).lower()}" if found else f"doi:{doi.lower()}"


def twins(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Return the id of every entry that is the same work as an earlier one, with the id of that."""
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for entry in entries:
        own = list(identities(entry))
        known = next((first[each] for each in own if each in first), None)
        if known is not None:
            found[entry.id] = known
        for each in own:
            first.setdefault(each, known or entry.id)
    return found
