"""How a verdict comes about, step by step, for a person who doubts it."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.ledger.record import Record
from readinglist.links.asking import ask_page
from readinglist.links.collect import asked_as
from readinglist.links.memory import is_due, remembered
from readinglist.links.plan import Plan
from readinglist.links.quirks import quirk_of
from readinglist.links.reasons import all_reasons
from readinglist.links.rounds import pages_of
from readinglist.web.client import Client
from readinglist.web.credentials import without_password
from readinglist.web.deadline import Deadline
from readinglist.web.messages import NoAnswer


def explained(url: str, client: Client, plan: Plan, known: Record | None) -> Iterator[str]:
    """Yield the steps as lines; what the client meets on its way it tells by itself, in between."""
    url = asked_as(url)
    yield f"address: {without_password(url)}"
    if known is None:
        yield "memory: never asked before"
    else:
        due = "to be asked again" if is_due(known, plan.today, plan.max_age_days) else "believed without asking"
        yield f"memory: {known.verdict} ({known.reason}) on {known.checked}, alive {known.last_ok or 'never'}; {due}"
    pages, malformed = pages_of([url])
    if malformed:
        judgement = malformed[url]
    else:
        yield from _about_host(client, pages[0].host)
        asked = ask_page(client, plan.ways, pages[0], known=known, look=plan.look_days is not None)
        judgement = asked.judgements[url]
        if asked.sight:
            yield f"the page: '{asked.sight.title}', {asked.sight.size} words"
    yield f"this look: {judgement.verdict.value} ({judgement.reason}) {judgement.detail}".rstrip()
    final, record = remembered(url, judgement, known, plan.today)
    if final.verdict is not judgement.verdict:
        yield f"with memory: not there since {record.failing_since}; three failures over 72 hours are needed"
    yield f"verdict: {final.verdict.value} ({final.reason})"
    if reason := all_reasons().get(final.reason):
        yield f"{final.reason}: {reason.promise}"


def _about_host(client: Client, host: str) -> Iterator[str]:
    if quirk := quirk_of(host):
        yield f"quirk of {host} ({quirk.dated}): {quirk.reason}"
    try:
        yield f"{host} is {', '.join(client.names.addresses(host, Deadline(client.manners.seconds)))}"
    except NoAnswer as silence:
        yield f"{host}: {silence}"
