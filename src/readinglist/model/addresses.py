"""What an address says by itself, without asking anybody: its host, an identifier in it, what it need not carry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from readinglist.model.malformed import Malformed

if TYPE_CHECKING:
    from readinglist.model.identifiers import DOI, ArXiv

_HOST = re.compile(r"[A-Za-z]+://(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)")
_DOI_ADDRESS = re.compile(r"(?:https?://(?:www\.|dx\.)?doi\.org/(?:doi:)?|doi:\s*)(10\..+)", re.IGNORECASE)
_ARXIV_ADDRESS = re.compile(
    r"(?:https?://(?:www\.|export\.|browse\.)?(?:arxiv\.org/(?:abs|pdf|html|ps|format)|ar5iv\.(?:org|labs\.arxiv\.org)/html"
    r"|alphaxiv\.org/abs)/|arxiv:\s*)([^?#\s]+?)(?:\.pdf)?/?(?:[?#].*)?",
    re.IGNORECASE,
)

# What is in a query only to follow its reader about.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|[gd]clid|gclsrc|[gw]braid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_[ce]id|mkt_tok"
    r"|_hs(?:enc|mi)|_g[al]|vero_(?:id|conv)|oly_(?:enc|anon)_id|ref_src|ref_url|s_cid|ml_subscriber(?:_hash)?"
    r"|jsessionid|phpsessid|(?:share|at)_(?:medium|campaign)",
    re.IGNORECASE,
)
_SESSION_IN_PATH = re.compile(r";jsessionid=[^?#/;]*", re.IGNORECASE)
_SHARED_FROM_VIDEO = re.compile(r"si|feature", re.IGNORECASE)
_VIDEO_HOSTS = frozenset({"youtu.be", "youtube.com", "m.youtube.com", "open.spotify.com"})


def host_of(address: str) -> str:
    """Return the host of an address in small letters, without `www.`; nothing where there is none."""
    found = _HOST.match(address)
    return found[1].lower() if found else ""


def doi_in(address: str) -> DOI | None:
    """Return the DOI that a resolver's address, or `doi:10…`, leads to."""
    found = _DOI_ADDRESS.fullmatch(address)
    if not found:
        return None
    from readinglist.model.identifiers import DOI  # most addresses hold none

    try:
        return DOI.parse(unquote(found[1].partition("?")[0].partition("#")[0]))
    except Malformed:
        return None


def arxiv_in(address: str) -> ArXiv | None:
    """Return the arXiv number of a paper's page there, or of `arXiv:2309.06180`."""
    found = _ARXIV_ADDRESS.fullmatch(address)
    if not found:
        return None
    from readinglist.model.identifiers import ArXiv

    try:
        return ArXiv.parse(found[1])
    except Malformed:
        return None


def without_tracking(address: str) -> str:
    """Return an address without what follows its reader about; every other character as it was."""
    front, mark, fragment = address.partition("#")
    page, asked, query = front.partition("?")
    kept = [part for part in query.split("&") if not _tracks(part.partition("=")[0], host_of(address))]
    query = "&".join(kept)
    return _SESSION_IN_PATH.sub("", page) + (asked if query else "") + query + mark + fragment


def plain_address(address: str) -> str:
    """Return an address without what does not change where it leads: scheme, `www.`, trackers, a last slash."""
    plain = re.sub(r"^https?://(?:www\.)?", "", without_tracking(address), flags=re.IGNORECASE)
    host, slash, rest = re.match(r"([^/?#]*)(/?)(.*)", plain, re.DOTALL).groups()  # type: ignore[union-attr]
    host = re.sub(r":(?:80|443)$", "", host.lower())
    page, mark, query = rest.partition("?")
    page = re.sub(r"/+(?=#|$)", "", page)
    return (host + slash + page + mark + query).rstrip("/").removesuffix("#")


def _tracks(name: str, host: str) -> bool:
    return bool(_TRACKING.fullmatch(name) or (host in _VIDEO_HOSTS and _SHARED_FROM_VIDEO.fullmatch(name)))
