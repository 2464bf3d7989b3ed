"""What an answer amounts to before anybody reads it: its status, its walls, its format."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from email.utils import parsedate_to_datetime

from readinglist.metadata.outcome import (
    AuthRequired,
    Blocked,
    Failure,
    NotFound,
    Outcome,
    RateLimited,
    Unavailable,
    Unreadable,
)
from readinglist.sources._json import Node
from readinglist.web.messages import Answer
from readinglist.web.pacing import seconds_of
from readinglist.webpage.walls import LOOKED_AT, wall

_LIMIT = re.compile(rb"rate.?limit|too many requests|quota|throttl|abuse detection|dailylimitexceeded", re.IGNORECASE)
_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_SHOWN = 120


def failure_of(answer: Answer) -> Failure | None:
    """Return why an answer is no metadata, as far as its status and its walls tell; None where it may be some."""
    status, start = answer.status, answer.body[:20_000]
    if limited := _limited(answer, start):
        return limited
    if why := _wall(answer):
        return Blocked(f"status {status}: {why}")
    if status in {404, 410}:
        return NotFound(f"status {status}")
    if status in {401, 407}:
        return AuthRequired(_said(status, start))
    if status in {403, 451}:
        return Blocked(_said(status, start))
    if status >= 500:
        return Unavailable(_said(status, start))
    if status == 204 or not answer.body.strip():
        return Unreadable(f"status {status} with an empty body")
    return Unreadable(_said(status, start)) if not 200 <= status < 300 else None


def _wall(answer: Answer) -> str | None:
    text = answer.body[:LOOKED_AT].decode("utf-8", "replace") if _HTML.match(answer.body[:1000]) else ""
    return wall(text, answer.headers, answer.url)


def _limited(answer: Answer, start: bytes) -> RateLimited | None:
    """Return that we asked too often: 429, or a refusal that says so in its headers or words."""
    status, told = answer.status, "retry-after" in answer.headers
    if status == 403:
        told = told or answer.headers.get("x-ratelimit-remaining", "").strip() == "0" or bool(_LIMIT.search(start))
    if status == 429 or (told and status in {403, 503}):
        return RateLimited(_said(status, start), _wait(answer))
    return None


def _wait(answer: Answer) -> float | None:
    """Return for how many seconds the service wants to be left alone; moments count from that of the answer."""
    now = _moment(answer)
    asked = answer.headers.get("retry-after", "").strip()
    if asked.isdecimal() or now is not None:
        seconds = seconds_of(asked, now or 0)
        if seconds is not None:
            return seconds
    reset = answer.headers.get("x-ratelimit-reset", "").strip()
    if not re.fullmatch(r"[0-9]{1,11}", reset):
        return None
    if int(reset) < 1_000_000_000:  # GitHub names a moment, others a span
        return float(reset)
    return None if now is None else max(0.0, int(reset) - now)


def _moment(answer: Answer) -> float | None:
    try:
        return parsedate_to_datetime(answer.headers["date"]).timestamp()
    except (KeyError, ValueError, TypeError, IndexError, OverflowError):
        return None


def _said(status: int, start: bytes) -> str:
    if _HTML.match(start):
        return f"status {status}"
    words = " ".join(start[:_SHOWN].decode("utf-8", "replace").split())
    return f"status {status}: {''.join(sign for sign in words if sign.isprintable())}" if words else f"status {status}"


def text_of(answer: Answer) -> str:
    """Return the body as text."""
    return answer.body.decode("utf-8-sig", "replace")


def is_html(answer: Answer) -> bool:
    """Tell whether the body is a page for people."""
    return bool(_HTML.match(answer.body[:1000]))


def from_json(answer: Answer, read: Callable[[Node], Outcome]) -> Outcome:
    """Read a JSON answer; say what else it is where it is none."""
    if failure := failure_of(answer):
        return failure
    if is_html(answer):
        return Unreadable("a page for people instead of JSON")
    try:
        value = json.loads(text_of(answer))
    except (ValueError, RecursionError) as error:
        cut = "" if answer.complete else " (it was cut off)"
        return Unreadable(f"this is no JSON{cut}: {str(error)[:_SHOWN]}")
    return read(Node(value))


def json_of(answer: Answer) -> Node | None:
    """Return the JSON of an answer; None where it is none."""
    try:
        return Node(json.loads(text_of(answer)))
    except (ValueError, RecursionError):
        return None
