"""The capture nearest to a day that really is one of the page: each is looked at before it is believed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from readinglist.ledger.record import Record
from readinglist.links.archive.capture import (
    Capture,
    NoWord,
    all_near,
    nearest_first,
    one_near,
    read_all,
    read_one,
    unwrapped,
)
from readinglist.links.truth.drift import drift
from readinglist.links.truth.ladder import look
from readinglist.links.truth.seen import seen
from readinglist.web.messages import Answer, Hop, Outcome, Question, Silence

_TRIED = 5
_NEVER = {"home-page", "search-page", "error-page"}  # likely is enough: there are other captures

Ask = Callable[[Question], Outcome]


@dataclass(frozen=True, slots=True)
class Found:
    """The capture to point at, if there is one; `passed_over` says of others why they are none."""

    capture: Capture | None
    passed_over: tuple[str, ...] = ()


def find(ask: Ask, url: str, day: datetime.date, known: Record | None = None) -> Found:
    """Return the capture of an address nearest to a day that shows the page; raise `NoWord` where nobody can tell."""
    passed_over: list[str] = []
    silent = 0
    captures = nearest_first(_captures(ask, url, day), day)[:_TRIED]
    for capture in captures:
        outcome = ask(capture.as_it_was)
        if isinstance(outcome, Silence) or outcome.status in {429, 500, 502, 503, 504}:
            silent += 1
            passed_over.append(f"{capture.day}: the archive does not show it now")
            continue
        why = fault(capture, outcome, known)
        if why is None:
            return Found(capture, tuple(passed_over))
        passed_over.append(f"{capture.day}: {why}")
    if silent and silent == len(captures):
        raise NoWord("the archive has captures, and does not show them now")
    return Found(None, tuple(passed_over))


def _captures(ask: Ask, url: str, day: datetime.date) -> list[Capture]:
    try:
        return read_all(_answer(ask(all_near(url, day))))
    except NoWord:
        return read_one(_answer(ask(one_near(url, day))))


def _answer(outcome: Outcome) -> Answer:
    if isinstance(outcome, Silence):
        raise NoWord(outcome.detail or outcome.trouble.value)
    return outcome


def fault(capture: Capture, answer: Answer, known: Record | None) -> str | None:
    """Return why a capture is none of the page; None where it is one."""
    if answer.status != 200:
        return f"it shows an answer {answer.status}"
    final = unwrapped(answer.url)
    if final is None:
        return "it leads out of the archive"
    page = seen(capture.original, replace(answer, url=final, chain=(Hop(final, 200),)))
    if page is None:
        return None if answer.body else "it is empty"
    hint = look(page)
    if hint and (hint.certain or hint.reason in _NEVER):
        return hint.detail
    moved = drift(page, known)
    return moved.detail if moved and not moved.verdict.alive else None
