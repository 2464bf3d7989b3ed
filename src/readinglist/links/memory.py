"""Memory before verdict: what today's look means in the light of earlier ones. Pure; days, no clocks."""

from __future__ import annotations

import datetime
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from readinglist.ledger.record import Record
from readinglist.links.verdict import Judgement, Verdict

if TYPE_CHECKING:
    from readinglist.links.looking import Sight

FAILURES = 3
DAYS = 4  # days are all that is kept: only from the fourth on have 72 hours surely passed
_JITTER = 0.3
_CONTRADICTS = {"forbidden", "login-needed", "legal"}  # what is walled off is not known to be missing
_FROM_THE_ADDRESS = {"malformed-address", "unsafe-scheme"}  # no server was asked, so no memory softens it


def remembered(
    url: str,
    judgement: Judgement,
    known: Record | None,
    today: datetime.date,
    *,
    strict: bool = False,
    sight: Sight | None = None,
) -> tuple[Judgement, Record]:
    """Return the verdict in the light of what is known, and what is known now; `sight` is of a page that was read.

    A link that was alive once, or is known from an earlier day otherwise, is `gone` after three failures on
    different days that lie at least 72 hours apart; a new one is at once, and with `strict` every one is.
    """
    day = today.isoformat()
    verdict, failures, since = _counted(judgement, known, today, strict)
    last_ok = day if verdict.alive else known.last_ok if known else None
    record = Record(
        url=url,
        verdict=verdict.value,
        reason=judgement.reason,
        checked=day,
        first_seen=known.first_seen if known else day,
        last_ok=last_ok,
        status=judgement.status,
        final_url=judgement.final_url if judgement.final_url != url.partition("#")[0] else None,
        new_url=judgement.new_url,
        moved_since=_moved_since(judgement.new_url, known, day),
        failures=failures,
        failing_since=since,
        looked=day if sight else known.looked if known else None,
        vouched=known.vouched if known else None,
        **_known_by(sight, known, verdict),
    )
    return replace(judgement, verdict=verdict, since=since or last_ok), record


def _counted(
    judgement: Judgement, known: Record | None, today: datetime.date, strict: bool
) -> tuple[Verdict, int, str | None]:
    """Return the verdict, on how many days the page was not there, and since when."""
    day, verdict = today.isoformat(), judgement.verdict
    failures, since = (known.failures, known.failing_since) if known else (0, None)
    if verdict.alive or (judgement.reason in _CONTRADICTS and failures <= 1):
        return verdict, 0, None
    if judgement.reason in _CONTRADICTS:
        return verdict, failures - 1, since  # one bad day of a wall outweighs one failure, not all of them
    if verdict is not Verdict.GONE:
        return verdict, failures, since
    counted = known is not None and known.checked == day and known.failures > 0
    failures, since = failures + (not counted), since or day
    at_once = strict or judgement.reason in _FROM_THE_ADDRESS or _is_new(known, day)
    is_gone = at_once or _is_confirmed(failures, since, today)
    return Verdict.GONE if is_gone else Verdict.UNKNOWN, failures, since


def _moved_since(new_url: str | None, known: Record | None, day: str) -> str | None:
    if new_url is None:
        return None
    return (known.moved_since or known.checked) if known and known.new_url == new_url else day


def recalled(record: Record) -> Judgement:
    """Return the verdict that the ledger holds."""
    return Judgement(
        Verdict(record.verdict) if record.verdict in _VERDICTS else Verdict.UNKNOWN,
        record.reason,
        f"moved to {record.new_url}" if record.new_url else "",
        record.status,
        record.final_url or record.url,
        record.new_url,
        since=record.failing_since or record.last_ok,
        remembered=True,
    )


def is_due(record: Record | None, today: datetime.date, max_age_days: float) -> bool:
    """Return whether a link is to be asked again: a living one after its lifetime, any other one every time.

    Lifetimes differ by up to 30 % either way, by the address, so that a list does not expire all at once.
    """
    if record is None or record.verdict not in _VERDICTS or not Verdict(record.verdict).alive:
        return True
    age = (today - _day(record.checked, today)).days
    share = zlib.crc32(record.url.encode()) / 0xFFFFFFFF
    return age < 0 or age >= max_age_days * (1 - _JITTER + 2 * _JITTER * share)


def is_look_due(known: Record | None, today: datetime.date, days: float | None) -> bool:
    """Return whether a page is to be read, and not only asked whether it is there; `None` days is never."""
    if days is None:
        return False
    try:
        return known is None or (today - datetime.date.fromisoformat(known.looked or "")).days >= days
    except ValueError:
        return True


def _known_by(sight: Sight | None, known: Record | None, verdict: Verdict) -> dict[str, Any]:
    """Return what a page is known by: what was seen first, for as long as nobody says otherwise."""
    if known and (known.title is not None or not sight):
        return {"sketch": known.sketch, "title": known.title, "size": known.size}
    if sight and (verdict.alive or (known and known.vouched)):
        return {"sketch": sight.sketch, "title": sight.title, "size": sight.size}
    return {}


_VERDICTS = {each.value for each in Verdict}


def _is_new(known: Record | None, day: str) -> bool:
    return known is None or (known.last_ok is None and (known.first_seen == day or known.verdict == "gone"))


def _is_confirmed(failures: int, since: str, today: datetime.date) -> bool:
    return failures >= FAILURES and (today - _day(since, today)).days >= DAYS


def _day(text: str, otherwise: datetime.date) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return otherwise
