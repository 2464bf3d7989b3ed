"""Questions as services want them asked."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from readinglist.web.messages import Question

_ENOUGH = 5_000_000


def ask(
    address: str, fields: Mapping[str, str] | None = None, *, accept: str = "", headers: Mapping[str, str] | None = None
) -> Question:
    """Return a question to an address, with the fields that have a value as its query."""
    stated = {name: value for name, value in (fields or {}).items() if value}
    query = "?" + urlencode(stated, safe=":,/") if stated else ""
    sent = {**({"Accept": accept} if accept else {}), **(headers or {})}
    return Question(address + query, headers=sent, body_limit=_ENOUGH, error_limit=20_000)


def in_path(identifier: str) -> str:
    """Return an identifier as a part of an address; its slashes stay, for that is how DOIs are asked for."""
    return quote(identifier, safe="/:;()!*~@")
