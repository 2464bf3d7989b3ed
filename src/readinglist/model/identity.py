"""When two entries are the same work: the identifiers and addresses that only one work can have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from readinglist.model.addresses import arxiv_in, doi_in, without_tracking
from readinglist.model.entry import Entry

_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.IGNORECASE)
_ARXIV_PAGE = re.compile(
    r"(?:[\w-]+\.)?(?:huggingface\.co/papers|hf\.co/papers|alphaxiv\.org/(?:abs|pdf|overview)|scholar\.archive\.org/arxiv"
    r"|arxiv\.org/(?:abs|pdf|html|ps|format|e-print)|ar5iv\.(?:org|labs\.arxiv\.org)(?:/html|/abs)?|arxiv-vanity\.com/papers"
    r"|paperswithcode\.com/paper/arxiv)/(?:arxiv[.:])?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)(?:\.pdf)?",
    re.IGNORECASE,
)
_DOI_PAGE = re.compile(
    r"(?:dl\.acm\.org/doi|onlinelibrary\.wiley\.com/doi|science\.org/doi|pnas\.org/doi|tandfonline\.com/doi|journals\.sagepub\.com/doi"
    r"|pubs\.acs\.org/doi|link\.springer\.com/(?:article|chapter|book))/(?:abs/|pdf/|full/|epdf/|pdfdirect/|fullHtml/)*"
    r"(10\.\d{4,9}/[^?#\s]+?)(?:\.pdf)?",
)
_VIDEO = re.compile(
    r"(?:youtu\.be/|(?:m\.|music\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#]*&)?v=|embed/|shorts/|live/|v/))([\w-]{11})(?![\w-])"
)
_PLAYLIST = re.compile(r"[?&](?:list|t|start)=")
_REPOSITORY = re.compile(r"github\.com/([\w.-]+)/([\w.-]+?)(?:\.git)?(?:/tree/(?:main|master))?(?:#readme)?")
_VERSION = re.compile(r"v\d+$")
_NO_REPOSITORY = frozenset("topics orgs features sponsors collections marketplace settings search".split())


def identities(entry: Entry) -> Iterator[str]:
    """Yield what identifies an entry, spelled one way: `doi:…`, `arxiv:…`, `url:…`."""
    if entry.doi:
        yield _doi(entry.doi)
    if entry.arxiv:
        yield f"arxiv:{_VERSION.sub('', entry.arxiv).lower()}"
    if entry.isbn:
        yield f"isbn:{re.sub('[^0-9X]', '', entry.isbn)}"
    if entry.github and not (entry.url or entry.link):
        yield f"github:{entry.github.lower()}"
    for address in (entry.url, entry.link):
        if address:
            yield identity_of(address)


def identity_of(address: str) -> str:
    """Return what an address identifies: a DOI, a paper on arXiv, a repository, a video, or the page itself."""
    if doi := doi_in(address):
        return _doi(doi)
    if number := arxiv_in(address):
        return f"arxiv:{_VERSION.sub('', number).lower()}"
    plain = plain_address(address)
    page = plain.partition("?")[0].partition("#")[0]
    if found := _ARXIV_PAGE.fullmatch(page):
        return f"arxiv:{_VERSION.sub('', found[1]).lower()}"
    if found := _DOI_PAGE.fullmatch(page):
        return _doi(unquote(found[1]))
    if (found := _VIDEO.match(plain)) and not _PLAYLIST.search(plain):
        return f"video:{found[1]}"
    if (found := _REPOSITORY.fullmatch(plain)) and found[1].lower() not in _NO_REPOSITORY:
        return f"github:{found[1]}/{found[2]}".lower()
    return f"url:{plain}"


def _doi(doi: str) -> str:
    found = _ARXIV_DOI.fullmatch(doi)
    return f"arxiv:{_VERSION.sub('', found[1]).lower()}" if found else f"doi:{doi.lower()}"


def plain_address(address: str) -> str:
    """Return an address without what does not change where it leads: scheme, `www.`, trackers, a last slash."""
    plain = re.sub(r"^https?://(?:www\.)?", "", without_tracking(address), flags=re.IGNORECASE)
    host, slash, rest = re.match(r"([^/?#]*)(/?)(.*)", plain, re.DOTALL).groups()  # type: ignore[union-attr]
    host = re.sub(r":(?:80|443)$", "", host.lower())
    page, mark, query = rest.partition("?")
    page = re.sub(r"/+(?=#|$)", "", page)
    return (host + slash + page + mark + query).rstrip("/").removesuffix("#")


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
