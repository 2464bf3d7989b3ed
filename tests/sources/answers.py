"""Answers of services, written after their formats, and what was claimed of them as one map."""

from __future__ import annotations

import json
from typing import Any

from readinglist.metadata.outcome import Known, Outcome
from readinglist.metadata.subject import Kind, Subject
from readinglist.registry import discover
from readinglist.sources._source import Source
from readinglist.web.messages import Answer


def source(name: str) -> Source:
    found: Source = discover("readinglist.sources", Source)[name]
    return found


def answer(body: object, status: int = 200, **headers: str) -> Answer:
    """Return an answer with a body: text and bytes as they are, anything else as JSON."""
    sent = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer("https://service.example/", status, headers=named, body=sent)


def read(name: str, kind: Kind, value: str, body: object, status: int = 200, **headers: str) -> Outcome:
    return source(name).read(Subject(kind, value), answer(body, status, **headers))


def claimed(outcome: Outcome) -> dict[str, Any]:
    assert isinstance(outcome, Known), outcome
    return {claim.field: claim.value for claim in outcome.claims}


def places(outcome: Outcome) -> dict[str, str]:
    assert isinstance(outcome, Known), outcome
    return {claim.field: claim.locator for claim in outcome.claims}
