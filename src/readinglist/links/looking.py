"""Look at a page that answered: is it what was meant? One probe beside it, where there is a doubt."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from hashlib import blake2b
from urllib.parse import urljoin

from readinglist.ledger.record import Record
from readinglist.links.plan import HTML, LOOK_BYTES
from readinglist.links.truth.drift import drift
from readinglist.links.truth.hint import Hint
from readinglist.links.truth.ladder import decide, look
from readinglist.links.truth.seen import Seen, seen
from readinglist.links.truth.sketch import sketch
from readinglist.links.verdict import Judgement, Verdict
from readinglist.web.client import Client
from readinglist.web.messages import Answer, Question

_LONGEST_TITLE = 100
_reading = threading.Lock()  # a page taken apart is many times its size, so one is at a time


@dataclass(frozen=True, slots=True)
class Sight:
    """What a look found: a reason to doubt, if there is one, and by what the page is known again."""

    hint: Hint | None
    sketch: str | None
    title: str
    size: int
    page: Seen


def look_at(client: Client, url: str, answer: Answer, known: Record | None) -> Sight | None:
    """Return what a page is like, or None where there is nothing to see."""
    page = _read(url, answer)
    if page is None:
        return None
    hint = None if known and known.vouched else look(page)
    if hint and not hint.certain:
        hint = decide(hint, page, _sibling(client, url))
    hint = hint or drift(page, known)
    return Sight(hint, sketch(page.words), page.title[:_LONGEST_TITLE], len(page.words), page)


def doubted(judgement: Judgement, sight: Sight) -> Judgement:
    """Return a judgement in the light of what the page is like."""
    if sight.hint is None or (sight.hint.verdict is Verdict.OK and judgement.reason != "answered"):
        return judgement
    return replace(judgement, verdict=sight.hint.verdict, reason=sight.hint.reason, detail=sight.hint.detail)


def _sibling(client: Client, url: str) -> Seen | None:
    """Return what answers for a page beside this one that nobody ever made; None where nothing does, as it should."""
    name = blake2b(url.encode(), digest_size=6).hexdigest()
    beside = urljoin(url.partition("?")[0], f"no-such-page-{name}")
    outcome = client.ask(Question(beside, body_limit=LOOK_BYTES, body_types=HTML))
    if not isinstance(outcome, Answer) or not 200 <= outcome.status < 300:
        return None
    return _read(beside, outcome)


def _read(url: str, answer: Answer) -> Seen | None:
    """Return a page as far as it is looked at, however much of it was wanted for its sections."""
    if len(answer.body) > LOOK_BYTES:
        answer = replace(answer, body=answer.body[:LOOK_BYTES])
    with _reading:
        return seen(url, answer)
