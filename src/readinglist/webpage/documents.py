"""Answers that are no HTML: bibliographies, JSON, feeds, PDF."""

from __future__ import annotations

from collections.abc import Mapping

from readinglist.metadata.outcome import Outcome, Unreadable


def read_document(text: str, body: bytes, headers: Mapping[str, str], url: str) -> Outcome | None:
    """Return what is known from an answer that is no HTML; None where it is HTML."""
    if body.startswith(b"%PDF-"):
        return Unreadable("a PDF; its text is not read")
    return None
