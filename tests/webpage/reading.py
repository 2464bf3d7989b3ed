"""A page written down in a test, and what is claimed of it."""

from __future__ import annotations

from typing import Any

from readinglist.metadata.outcome import Known, Outcome
from readinglist.webpage.read import read_page

URL = "https://notes.example.org/2024/on-memory"


def outcome(html: str | bytes, url: str = URL, status: int = 200, **headers: str) -> Outcome:
    body = html if isinstance(html, bytes) else html.encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return read_page(body, {"Content-Type": "text/html", **named}, url, status)


def claims(html: str | bytes, url: str = URL) -> dict[str, Any]:
    """Return what a page says, as one map; its type is only there where the page says something about it."""
    found = outcome(html, url)
    assert isinstance(found, Known), found
    return {claim.field: claim.value for claim in found.claims if claim.confidence > 0.4}


def locators(html: str, url: str = URL) -> dict[str, str]:
    found = outcome(html, url)
    assert isinstance(found, Known), found
    return {claim.field: claim.locator for claim in found.claims}
