"""Politeness: as the server sees it, and as a fake clock tells it."""

from __future__ import annotations

import datetime
import threading

import pytest

from readinglist.ledger.file import Ledger
from readinglist.links.check import check_links
from readinglist.links.plan import Plan, Ways
from readinglist.links.verdict import Verdict
from readinglist.web.client import Client, Manners
from readinglist.web.messages import NoAnswer
from readinglist.web.pacing import Pace, Pacer, seconds_of
from tests.support.server import Server, Visit, serving

TODAY = datetime.date(2026, 1, 1)


def check(server: Server, pace: Pace, links: int, retries: tuple[float, ...] = ()) -> set[Verdict]:
    client = Client(Manners(seconds=3, allow_private=True, proxies={}), Pacer(pace))
    plan = Plan(TODAY, retries=retries, workers=16, ways=Ways(3))
    urls = [f"{server.url}/{number}" for number in range(links)]
    return {each.verdict for each in check_links(urls, lambda: client, Ledger(None), plan).values()}


def test_never_more_connections_at_once_than_configured() -> None:
    def slowly(visit: Visit) -> None:
        visit.pause(0.1)
        visit.answer(200)

    with serving(slowly) as server:
        assert check(server, Pace(connections=3, interval=0), links=60) == {Verdict.OK}
        assert server.most_at_once["127.0.0.1"] <= 3


def test_never_faster_than_configured() -> None:
    with serving(lambda visit: visit.answer(200)) as server:
        check(server, Pace(connections=4, interval=0.05), links=30)
    times = [heard.at for heard in server.heard]
    assert times[-1] - times[0] >= 29 * 0.05 * 0.98
    assert all(later - earlier > 0.12 for earlier, later in zip(times, times[4:], strict=False))


def test_after_429_nobody_asks_for_as_long_as_the_host_wants() -> None:
    lock, refused = threading.Lock(), list[float]()

    def tired(visit: Visit) -> None:
        with lock:
            first = len(server.heard) >= 5 and not refused
            if first:
                refused.append(visit.heard.at)
        visit.answer(429, "Retry-After: 2") if first else visit.answer(200)

    with serving(tired) as server:
        assert check(server, Pace(connections=4, interval=0.02), links=20, retries=(0.1,)) == {Verdict.OK}
    (at,) = refused
    assert not [heard.at - at for heard in server.heard if at + 0.05 < heard.at < at + 2]
    assert len(server.heard) == 21


class FakeTime:
    """A clock that moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def pacer(time: FakeTime, **more: object) -> Pacer:
    return Pacer(Pace(2, 1.0), clock=time, sleep=time.sleep, now=lambda: 0.0, **more)  # type: ignore[arg-type]


def test_waits_for_its_turn() -> None:
    time = FakeTime()
    paced = pacer(time)
    assert [paced.enter("a"), paced.enter("b")] == [0, 0]
    paced.leave("a", 200)
    assert paced.enter("a") == 1.0


def test_a_host_of_its_own_pace() -> None:
    time = FakeTime()
    paced = pacer(time, by_host={"slow": Pace(1, 9.0)})
    paced.enter("slow")
    paced.leave("slow", 200)
    assert paced.enter("slow") == 9.0


def test_rests_grow_where_the_host_names_none_and_speed_comes_back() -> None:
    time = FakeTime()
    paced = pacer(time)
    waits = []
    for _ in range(3):
        waits.append(paced.enter("a"))
        paced.leave("a", 429)
    waits.append(paced.enter("a"))
    assert waits == [0, 5, 10, 20]
    for _ in range(200):
        paced.leave("a", 200)
        paced.enter("a")
    paced.leave("a", 200)
    assert paced.enter("a") == pytest.approx(1.0)


def test_a_rest_that_is_too_long_is_refused_at_once() -> None:
    time = FakeTime()
    paced = pacer(time)
    paced.enter("a")
    paced.leave("a", 429, "86400")
    with pytest.raises(NoAnswer, match="a wants no request for 24 hours"):
        paced.enter("a")
    assert paced.enter("b") == 0
    time.sleep(86400)
    assert paced.enter("a") == 0


def test_short_rests_without_end_are_refused_too() -> None:
    time = FakeTime()
    paced = pacer(time)
    for _ in range(5):
        paced.enter("a")
        paced.leave("a", 429, "30")
    with pytest.raises(NoAnswer, match="a wants no request for"):
        paced.enter("a")
    assert time() - 1000 <= 121


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("2", 2), ("0", 0), ("2.5", 2.5), ("-5", None), ("nan", None), ("1e400", None), ("soon", None), ("", None),
     ("Thu, 01 Jan 1970 00:01:00 GMT", 60), ("Wed, 31 Dec 1969 00:00:00 GMT", 0), ("99999999999999999999", None),
     ("Fri, 99 Foo 2099 99:99:99 GMT", None)],
)  # fmt: skip
def test_retry_after(header: str, seconds: float | None) -> None:
    assert seconds_of(header, 0) == seconds
