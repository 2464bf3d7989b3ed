"""One page asked until there is a proof: HEAD is a hint, GET the proof."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readinglist.ledger.record import Record
from readinglist.links.plan import HTML, LOOK_BYTES, HostWays, Page, Ways
from readinglist.links.quirks import quirk_of
from readinglist.links.verdict import Judgement, Verdict, judge
from readinglist.web.client import Client
from readinglist.web.messages import Answer, Outcome, Question, Silence, Trouble

if TYPE_CHECKING:
    from readinglist.links.looking import Sight

SECTION_BYTES = 1_000_000
_TITLE_BYTES = 20_000
_USUAL = HostWays()
_HINT_SHARE = 1 / 3
_GET_CHANGES_NOTHING = {
    Trouble.BAD_ADDRESS, Trouble.BAD_SCHEME, Trouble.PRIVATE, Trouble.NO_SUCH_HOST, Trouble.DNS, Trouble.UNROUTABLE,
    Trouble.REFUSED, Trouble.TLS_EXPIRED, Trouble.TLS_UNTRUSTED, Trouble.TLS_WRONG_HOST, Trouble.TLS_BROKEN,
    Trouble.HOST_ASKS_TO_WAIT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking a page: the last outcome, and a judgement for each address."""

    outcome: Outcome
    judgements: Mapping[str, Judgement]
    sight: Sight | None = None
    """What the page is like, where it was looked at."""


def ask_page(
    client: Client,
    ways: Ways,
    page: Page,
    *,
    holding: str = "",
    afresh: bool = False,
    known: Record | None = None,
    look: bool = False,
) -> Asked:
    """Ask a page, within one deadline for all that takes, and judge each address that leads to it.

    With `look`, the page is read, and compared with what is known of it.
    """
    outcome = _outcome(client, ways, page, holding, afresh, look)
    judgements = {link: _judge_link(link, outcome) for link in page.links}
    if not (look and isinstance(outcome, Answer) and all(each.verdict.alive for each in judgements.values())):
        return Asked(outcome, judgements)
    from readinglist.links.looking import doubted, look_at

    sight = look_at(client, page.url, outcome, known)
    if sight:
        judgements = {link: doubted(each, sight) for link, each in judgements.items()}
    return Asked(outcome, judgements, sight)


def _outcome(client: Client, ways: Ways, page: Page, holding: str, afresh: bool, look: bool) -> Outcome:
    own = ways.by_host.get(page.lane, _USUAL)
    quirk = quirk_of(page.host)
    seconds = own.seconds or ways.seconds
    began = time.monotonic()
    follow = not (quirk and quirk.redirect_is_proof)
    outcome: Outcome | None = None
    if not (afresh or look or page.has_sections or own.get or (quirk and quirk.get)):
        hint = Question(page.url, "HEAD", seconds=seconds * _HINT_SHARE, follow=follow)
        outcome = client.ask(hint, holding)
        holding = ""
    if outcome is None or not _is_enough(outcome):
        left = max(0.1, seconds - (time.monotonic() - began)) if outcome else seconds
        question = Question(
            page.url,
            seconds=left,
            body_limit=SECTION_BYTES if page.has_sections else LOOK_BYTES if look else 0,
            body_types=() if page.has_sections else HTML,
            error_limit=_TITLE_BYTES,
            follow=follow,
            afresh=afresh or isinstance(outcome, Silence),
        )
        outcome = client.ask(question, holding)
    if not follow and isinstance(outcome, Answer) and 300 <= outcome.status < 400 and "location" in outcome.headers:
        outcome = replace(outcome, status=200, chain=outcome.chain[:1])
    if isinstance(outcome, Answer) and outcome.status in own.accept:
        outcome = replace(outcome, status=200)
    return outcome


def _is_enough(hint: Outcome) -> bool:
    """Return whether a hint needs no proof: it is good, or GET could not change it, or would be impolite."""
    if isinstance(hint, Silence):
        return hint.trouble in _GET_CHANGES_NOTHING
    if hint.status == 503 and "retry-after" in hint.headers:
        return True
    return 200 <= hint.status < 300 or "location" in hint.headers or hint.status == 429


def _judge_link(link: str, outcome: Outcome) -> Judgement:
    judgement = judge(link, outcome)
    fragment = link.partition("#")[2]
    if (
        not fragment
        or not judgement.verdict.alive
        or not isinstance(outcome, Answer)
        or outcome.chain[-1].status != 200
    ):
        return judgement
    from readinglist.links.fragments import has_section

    found = has_section(fragment, outcome.body, outcome.headers.get("content-type", ""), outcome.url)
    if found is False and outcome.complete and judgement.verdict in {Verdict.OK, Verdict.MOVED, Verdict.REDIRECTED}:
        return replace(judgement, reason="fragment-missing", detail=f"the page has no section '{fragment[:100]}'")
    return judgement
