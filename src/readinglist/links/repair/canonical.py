"""What an address should be by its own words, unasked: DOI and arXiv, trackers, hosts that have moved."""

from __future__ import annotations

import re
from typing import NamedTuple

from readinglist.model.addresses import arxiv_in, doi_in, without_tracking


class Canonical(NamedTuple):
    """A better spelling, of what kind, and why."""

    url: str
    kind: str
    why: str


# Hosts that have moved with all their pages, as those who run them announced; last looked through on 2026-11-21.
_MOVES = (
    (r"([\w-]+)\.readthedocs\.org(?=[/?#]|$)", r"\1.readthedocs.io", "Read the Docs serves manuals at readthedocs.io"),
    (
        r"readthedocs\.org(?=/projects)",
        "app.readthedocs.org",
        "Read the Docs keeps its projects at app.readthedocs.org",
    ),
    (r"([\w-]+)\.github\.com(?=[/?#]|$)", r"\1.github.io", "GitHub serves the pages of its users at github.io"),
    (r"golang\.org(?=[/?#]|$)", "go.dev", "golang.org is go.dev now"),
    (r"godoc\.org/(?=[\w.-]+\.\w+/)", "pkg.go.dev/", "godoc.org is pkg.go.dev now"),
    (r"docs\.mongodb\.org(?=[/?#]|$)", "docs.mongodb.com", "the manuals of MongoDB are at docs.mongodb.com"),
    (r"docs\.microsoft\.com(?=[/?#]|$)", "learn.microsoft.com", "the manuals of Microsoft are at learn.microsoft.com"),
)
_RESERVED = frozenset({"www", "gist", "raw", "api", "help", "docs", "blog", "status", "support", "education", "m"})


def canonical(url: str) -> Canonical | None:
    """Return how an address of a DOI or of a paper on arXiv is rightly spelled, or one without trackers."""
    if doi := doi_in(url):
        right = doi.url
        return Canonical(right, "doi", "doi.org is the one resolver of DOIs") if right != url else None
    if arxiv_in(url) and (
        found := re.match(r"https?://(?:www\.|export\.|browse\.)?arxiv\.org(?=/)", url, re.IGNORECASE)
    ):
        right = without_tracking("https://arxiv.org" + url[found.end() :])
        return Canonical(right, "arxiv", "arxiv.org keeps its papers there") if right != url else None
    right = without_tracking(url)
    return Canonical(right, "tracking", "what was taken away only follows readers") if right != url else None


def moved_host(url: str) -> Canonical | None:
    """Return where the table of hosts says that an address leads by now."""
    _, slashes, rest = url.partition("://")
    for pattern, target, why in _MOVES:
        found = re.match(pattern, rest, re.IGNORECASE)
        if found and not (found.lastindex and found[1].lower() in _RESERVED):
            right = f"https{slashes}{found.expand(target)}{rest[found.end() :]}"
            return Canonical(right, "host", why) if right != url else None
    return None
