"""Which address is a page's own."""

from __future__ import annotations

from itertools import chain
from urllib.parse import urlsplit

from readinglist.model.addresses import host_of, without_tracking
from readinglist.model.identifiers import Url
from readinglist.webpage.page import Page

_SHORT_ENDING = 3


def own_address(page: Page) -> tuple[str, str]:
    """Return the address that a page calls its own, if it can be, else the one where it was found; and who says so."""
    linked = ((each, "link[canonical]") for each in page.canonical)
    shared = ((page.absolute(each), "meta[og:url]") for _, each in page.meta("og:url"))
    for address, where in chain(linked, shared):
        if _can_be(address, page.url):
            return without_tracking(address), where
    return without_tracking(page.url), "address"


def _can_be(address: str, found: str) -> bool:
    """Tell whether an address is of the same site, and not only of the site."""
    if not Url.pattern.fullmatch(address) or not Url.sound(address) or not address.startswith("http"):
        return False
    there, here = urlsplit(address), urlsplit(found)
    if not site_of(address) or site_of(address) != site_of(found):
        return False
    deeper = here.path.rstrip("/").removesuffix("/index.html").count("/")
    return (there.path.rstrip("/") != "" and there.path.rstrip("/").count("/") >= min(deeper, 1)) or deeper == 0


def site_of(address: str) -> str:
    """Return the part of a host that its owner registered, by the usual shape of endings: `bbc.co.uk`."""
    labels = host_of(address).split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= _SHORT_ENDING:
        return ".".join(labels[-3:])
    return ".".join(labels[-3:] if labels[-2:] == ["github", "io"] else labels[-2:])
