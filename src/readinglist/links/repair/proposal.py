"""A better address for an address, with everything that speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from readinglist.model.addresses import plain_address, without_tracking
from readinglist.web.address import parse_address


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an address could become; `new` is None where there is nothing better, and the evidence says why."""

    url: str
    new: str | None = None
    kind: str | None = None
    confidence: float = 0.0
    evidence: tuple[str, ...] = ()
    certain: bool = False
    """Whether it is proven: by two witnesses at least, and with no doubt left."""


def kind_of(old: str, new: str) -> str:
    """Return in a word how two addresses differ, by what differs most."""
    if is_respelled(old, new):
        return _small_change(old, new)
    before, after = _host(old), _host(new)
    if before == after == "github.com" and repository_of(old) != repository_of(new):
        return "github"
    if before != after and _tail(old) == _tail(new):
        return "host"
    return "moved"


def is_respelled(old: str, new: str) -> bool:
    """Return whether two addresses differ in nothing but scheme, `www.`, a last slash, and what tracks readers."""
    return plain_address(old) == plain_address(new)


def _small_change(old: str, new: str) -> str:
    if urlsplit(old).scheme != urlsplit(new).scheme:
        return "https" if new.startswith("https:") else "http"
    if _host(old) != _host(new):
        return "www"
    return "tracking" if without_tracking(old) != old else "slash"


def respelled(old: str, new: str) -> str:
    """Return where redirects led, spelled as the list spells: without what only asking adds to an address."""
    new = without_tracking(new)
    before, after = parse_address(old), parse_address(new)
    if before.path == after.path and not urlsplit(new).fragment:
        return f"{after.scheme}://{after.netloc}{_tail(old)}"
    if after.path == "/" and urlsplit(old).path == "":
        return new.replace(f"{after.netloc}/", after.netloc, 1)
    return new


def repository_of(url: str) -> str:
    """Return the repository that an address on GitHub is in, in small letters."""
    return "/".join(urlsplit(url).path.split("/")[1:3]).casefold().removesuffix(".git")


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()


def _tail(url: str) -> str:
    return re.sub(r"^[a-z]+://[^/?#]*", "", url, flags=re.IGNORECASE)
