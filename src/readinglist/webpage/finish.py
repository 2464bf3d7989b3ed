"""The last touch on claims: identifiers that are sound, languages that a catalog accepts, what follows from the rest."""

from __future__ import annotations

from collections.abc import Iterable

from readinglist.metadata.claim import Claim
from readinglist.webpage.page import Page


def finished(claims: Iterable[Claim], page: Page) -> tuple[Claim, ...]:
    """Return the claims that a catalog would accept."""
    return tuple(claims)
