"""Memory before verdict: told day by day."""

from __future__ import annotations

import datetime

import pytest

from readinglist.ledger.record import Record
from readinglist.links.memory import is_due, recalled, remembered
from readinglist.links.verdict import Judgement, Verdict

URL = "https://example.org/"
DAY_0 = datetime.date(2026, 1, 1)
WORDS = {
    "ok": Judgement(Verdict.OK, "answered", status=200),
    "404": Judgement(Verdict.GONE, "not-found", status=404),
    "nx": Judgement(Verdict.GONE, "no-such-host"),
    "403": Judgement(Verdict.BLOCKED, "forbidden", status=403),
    "500": Judgement(Verdict.UNREACHABLE, "server-error", status=500),
    "bad": Judgement(Verdict.GONE, "malformed-address"),
}


def told(*looks: str, strict: bool = False) -> list[str]:
    """Return the verdict after each look; `3:404` is a look on day 3."""
    known: Record | None = None
    verdicts = []
    for look in looks:
        day, _, word = look.partition(":")
        today = DAY_0 + datetime.timedelta(days=int(day))
        judgement, known = remembered(URL, WORDS[word], known, today, strict=strict)
        verdicts.append(judgement.verdict.value)
    return verdicts


def test_a_new_link_that_is_not_there_is_gone_at_once() -> None:
    assert told("0:404") == ["gone"]
    assert told("0:nx", "1:nx") == ["gone", "gone"]


def test_a_link_that_was_alive_is_gone_after_three_failures_over_72_hours() -> None:
    assert told("0:ok", "1:404", "2:404", "3:404", "4:404", "5:404") == ["ok", *["unknown"] * 4, "gone"]
    assert told("0:ok", "1:404", "9:404", "10:404") == ["ok", "unknown", "unknown", "gone"]
    assert told("0:ok", "1:404", "90:404") == ["ok", "unknown", "unknown"]


def test_many_looks_on_one_day_are_one_failure() -> None:
    assert told("0:ok", "1:404", "9:404", "9:404", "9:404") == ["ok", *["unknown"] * 4]


def test_one_good_look_and_all_is_forgotten() -> None:
    looks = told("0:ok", "1:404", "2:404", "3:ok", "4:404", "5:404", "7:404", "8:404")
    assert looks == ["ok", "unknown", "unknown", "ok", "unknown", "unknown", "unknown", "gone"]


def test_a_wall_contradicts_that_the_page_is_missing() -> None:
    assert told("0:ok", "1:404", "2:404", "3:403", "9:404") == ["ok", "unknown", "unknown", "blocked", "unknown"]
    assert told("0:ok", "1:404", "2:403", "9:404", "10:404") == ["ok", "unknown", "blocked", "unknown", "unknown"]


def test_a_wall_that_comes_up_once_does_not_make_a_death_late() -> None:
    looks = told("0:ok", "1:404", "2:404", "3:403", "4:404", "5:404")
    assert looks == ["ok", "unknown", "unknown", "blocked", "unknown", "gone"]


def test_a_wall_that_comes_up_every_other_day_never_makes_a_link_gone() -> None:
    looks = told("0:ok", *(f"{day}:{'403' if day % 2 else '404'}" for day in range(1, 60)))
    assert "gone" not in looks


def test_other_troubles_neither_count_nor_clear() -> None:
    assert told("0:ok", "1:404", "2:500", "4:404", "6:404")[-1] == "gone"
    assert told("0:ok", "1:500", "2:500", "3:500", "9:404")[-1] == "unknown"
    assert told("0:ok", *(f"{day}:500" for day in range(1, 60)))[-1] == "unreachable"


def test_a_link_known_as_blocked_is_not_gone_by_one_404() -> None:
    assert told("0:403", "5:404", "6:404", "9:404") == ["blocked", "unknown", "unknown", "gone"]


def test_an_address_that_cannot_be_asked_needs_no_memory() -> None:
    assert told("0:ok", "1:bad") == ["ok", "gone"]


def test_a_pull_request_is_judged_strictly() -> None:
    assert told("0:ok", "1:404", strict=True) == ["ok", "gone"]


def test_what_is_recalled_is_what_was_judged() -> None:
    judgement, record = remembered(URL, Judgement(Verdict.MOVED, "moved", "", 200, URL + "b", URL + "b"), None, DAY_0)
    again = recalled(record)
    assert (again.verdict, again.reason, again.new_url, again.final_url) == (
        judgement.verdict, judgement.reason, judgement.new_url, judgement.final_url,
    )  # fmt: skip
    assert again.remembered


@pytest.mark.parametrize("verdict", ["gone", "blocked", "unreachable", "unknown", "what?"])
def test_what_is_not_alive_is_asked_again_every_time(verdict: str) -> None:
    assert is_due(Record(URL, verdict, "x", "2026-01-01", "2026-01-01"), DAY_0, 30)


def test_lifetimes_differ_by_30_percent() -> None:
    def lifetime(number: int) -> int:
        record = Record(f"{URL}{number}", "ok", "answered", "2026-01-01", "2026-01-01")
        return next(day for day in range(99) if is_due(record, DAY_0 + datetime.timedelta(days=day), 10))

    lifetimes = [lifetime(number) for number in range(500)]
    assert (min(lifetimes), max(lifetimes)) == (8, 13)
    assert max(map(lifetimes.count, set(lifetimes))) < 150


def test_a_record_from_the_future_is_not_believed() -> None:
    assert is_due(Record(URL, "ok", "answered", "2027-01-01", "2026-01-01"), DAY_0, 30)
    assert not is_due(Record(URL, "ok", "answered", "nonsense", "2026-01-01"), DAY_0, 30)
