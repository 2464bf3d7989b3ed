"""Whole checks against servers on loopback: coalescing, determinism, a flaky world, no network."""

from __future__ import annotations

import datetime
import os
import random
import socket
import threading
from collections.abc import Callable, Iterator, Sequence

import pytest

from readinglist.ledger.file import Ledger
from readinglist.ledger.record import Record
from readinglist.links.check import check_links, in_shard
from readinglist.links.plan import NoNetwork, Plan, Progress, Ways
from readinglist.links.verdict import Judgement, Verdict
from readinglist.web.client import Client, Manners
from readinglist.web.pacing import Pace, Pacer
from tests.support.server import Visit, serving, serving_hosts

SOAK = bool(os.environ.get("READINGLIST_SOAK"))
TODAY = datetime.date(2026, 1, 1)


def unknown_names(_: str) -> Sequence[str]:
    raise socket.gaierror(socket.EAI_NONAME, "no such name")


def check(
    urls: Sequence[str],
    ledger: Ledger | None = None,
    *,
    seconds: float = 1,
    retries: tuple[float, ...] = (),
    look_up: Callable[[str], Sequence[str]] = unknown_names,
    watch: Callable[[Progress], None] = lambda _: None,
    **plan: object,
) -> dict[str, Judgement]:
    client = Client(Manners(seconds=seconds, allow_private=True, proxies={}), Pacer(Pace(4, 0)), look_up=look_up)
    made = Plan(TODAY, retries=retries, ways=Ways(seconds), **{"workers": 32, **plan})  # type: ignore[arg-type]
    return check_links(urls, lambda: client, Ledger(None) if ledger is None else ledger, made, watch)


def told(judgements: dict[str, Judgement]) -> list[str]:
    return [f"{each.verdict.value} {each.reason}" for each in judgements.values()]


def test_addresses_that_differ_in_their_section_alone_are_asked_once() -> None:
    with serving(lambda visit: visit.answer(200, "Content-Type: text/html", body=b"<p id=a>")) as server:
        urls = [f"{server.url}/x", f"{server.url}/x#a", f"{server.url}/x#b", f"{server.url}/y"]
        assert told(check(urls)) == ["ok answered", "ok answered", "ok fragment-missing", "ok answered"]
        assert sorted((heard.method, heard.path) for heard in server.heard) == [("GET", "/x"), ("HEAD", "/y")]


def test_what_may_pass_is_asked_again_with_get_and_over_a_new_connection() -> None:
    def behave(visit: Visit) -> None:
        visit.answer(200) if len(server.heard) > 2 else visit.answer(502)

    with serving(behave) as server:
        assert told(check([f"{server.url}/"], retries=(0.05,))) == ["ok answered"]
        assert [heard.method for heard in server.heard] == ["HEAD", "GET", "GET"]
        assert server.connections == 2


def test_the_whole_list_comes_first_then_what_failed() -> None:
    def behave(visit: Visit) -> None:
        visit.answer(502) if visit.heard.path == "/0" and server.count("/0") < 3 else visit.answer(200)

    with serving(behave) as server:
        assert set(told(check([f"{server.url}/{number}" for number in range(30)], retries=(0.05,)))) == {"ok answered"}
        assert server.heard[-1].path == "/0"


def test_a_host_is_left_as_soon_as_nothing_more_is_to_be_asked_there() -> None:
    left = threading.Event()

    def quick(visit: Visit) -> None:
        visit.answer(200)
        if visit.heard.path == "/2":
            visit.connection.settimeout(2)
            if not visit.connection.recv(1):
                left.set()

    def slow(visit: Visit) -> None:
        visit.answer(200 if left.wait(0.8) else 500)

    with serving(quick) as one, serving(slow) as other:
        urls = [f"{one.url}/1", f"{one.url}/2", f"{other.url}/"]
        assert told(check(urls)) == ["ok answered"] * 3
        assert one.connections == 1


def test_the_oldest_come_first_and_of_a_day_the_host_with_most_links() -> None:
    ledger = Ledger(None)
    with serving_hosts(lambda visit: visit.answer(200), 3) as (few, many, old):
        urls = {f"{few.url}/1": "02", f"{many.url}/2": "02", f"{many.url}/3": "02", f"{old.url}/4": "01"}
        for url, day in urls.items():
            ledger.note(Record(url, "ok", "answered", f"2025-12-{day}", "2025-12-01"))
        check([*urls], ledger, workers=1)
        heard = sorted((*few.heard, *many.heard, *old.heard), key=lambda heard: heard.at)
    assert [each.path for each in heard] == ["/4", "/2", "/3", "/1"]


def test_a_host_that_never_answers_is_left_after_five_times() -> None:
    with serving(Visit.hang) as server:
        judgements = check([f"{server.url}/{number}" for number in range(40)], seconds=0.3)
        assert set(told(judgements)) == {"unreachable timeout", "unreachable host-down"}
        assert len({heard.path for heard in server.heard}) <= 9


def test_a_rest_of_a_day_is_not_waited_for() -> None:
    def behave(visit: Visit) -> None:
        visit.answer(429, "Retry-After: 86400")

    ledger = Ledger(None)
    with serving(behave) as server:
        urls = [f"{server.url}/{number}" for number in range(20)]
        assert set(told(check(urls, ledger, retries=(0.05,)))) == {"blocked rate-limited"}
        assert len(server.heard) <= 4
    assert len(ledger) <= 4


def test_the_second_look_up_confirms_that_there_is_no_such_host() -> None:
    asked: list[str] = []

    def look_up(name: str) -> Sequence[str]:
        asked.append(name)
        if name == "example.com" or (name == "late.test" and asked.count(name) == 2):
            return ["127.0.0.1"]
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    with serving(lambda visit: visit.answer(200)) as server:
        urls = [f"http://never.test:{server.port}/", f"http://late.test:{server.port}/", f"{server.url}/"]
        assert told(check(urls, retries=(0.05, 0.05), look_up=look_up)) == [
            "gone no-such-host", "ok answered", "ok answered",
        ]  # fmt: skip
    assert asked.count("never.test") == 2


def test_no_network_is_one_finding_and_nothing_is_learned() -> None:
    ledger = Ledger(None)
    with pytest.raises(NoNetwork):
        check([f"http://host{number}.test/" for number in range(50)], ledger, retries=(9, 9))
    assert len(ledger) == 0


def test_names_are_doubted_where_even_names_that_surely_exist_are_not_found() -> None:
    with serving(lambda visit: visit.answer(200)) as server:
        urls = [f"{server.url}/", "http://never.test/", "http://never.invalid/"]
        assert told(check(urls)) == ["ok answered", "unreachable dns-failure", "gone no-such-host"]


def test_offline_answers_from_the_ledger_alone() -> None:
    ledger = Ledger(None)
    with serving(lambda visit: visit.answer(200)) as server:
        urls = [f"{server.url}/a", f"{server.url}/b"]
        check(urls[:1], ledger)
        assert told(check(urls, ledger, offline=True)) == ["ok answered", "unknown never-asked"]
        assert told(check(urls[:1], ledger)) == ["ok answered"]
        assert len(server.heard) == 1
        check(urls[:1], ledger, strict=True)
        assert len(server.heard) == 2


def test_other_schemes_are_counted_and_bad_ones_accused() -> None:
    urls = [
        "mailto:a@example.org",
        "ftp://example.org/a",
        "javascript:alert(1)",
        "file:///a",
        "nonsense",
        "http://a..b/",
    ]
    assert told(check(urls)) == [
        "ok skipped-scheme", "ok skipped-scheme", "gone unsafe-scheme", "gone unsafe-scheme",
        "gone malformed-address", "gone malformed-address",
    ]  # fmt: skip


def test_an_interruption_keeps_what_was_learned() -> None:
    ledger = Ledger(None)

    def behave(visit: Visit) -> None:
        visit.hang() if visit.heard.path == "/slow" else visit.answer(200)

    def interrupt(progress: Progress) -> None:
        if progress.done >= 20:
            raise KeyboardInterrupt

    with serving(behave) as server:
        urls = [f"{server.url}/slow", *(f"{server.url}/{number}" for number in range(20))]
        with pytest.raises(KeyboardInterrupt):
            check(urls, ledger, seconds=3, watch=interrupt)
    assert len(ledger) == 20


def test_all_links_of_a_host_are_in_one_shard() -> None:
    urls = [f"https://host{number % 40}.example/{number}" for number in range(400)]
    shards = [{url for url in urls if in_shard(url, number, 4)} for number in (1, 2, 3, 4)]
    assert sum(map(len, shards)) == 400
    hosts = [{url.split("/")[2] for url in shard} for shard in shards]
    assert sum(map(len, hosts)) == 40
    assert all(shards)


def test_the_same_world_gives_the_same_report_whatever_the_threads_do() -> None:
    statuses = [200, 301, 302, 403, 404, 410, 418, 500, 200, 200]

    def behave(visit: Visit) -> None:
        number = int(visit.heard.path.strip("/t"))
        visit.pause(random.random() * 0.01)
        visit.answer(200 if "t" in visit.heard.path else statuses[number % 10], f"Location: /t{number}")

    with serving_hosts(behave, 10) as servers:
        urls = [f"{servers[number % 10].url}/{number}" for number in range(100)]
        reports = [repr(check(urls)) for _ in range(20 if SOAK else 5)]
    assert len(set(reports)) == 1


def flaky(dice: random.Random, lock: threading.Lock) -> Callable[[Visit], None]:
    """Two requests in a hundred fail, as real ones do."""

    def behave(visit: Visit) -> None:
        with lock:
            fails, kind = dice.random() < 0.02, dice.random()
        if not fails:
            visit.answer(200)
        elif kind < 0.4:
            visit.answer(503)
        elif kind < 0.6:
            visit.answer(429, "Retry-After: 1")
        elif kind < 0.8:
            visit.reset()
        elif kind < 0.9:
            visit.answer(500)
        else:
            visit.hang()

    return behave


@pytest.mark.parametrize("run", range(8 if SOAK else 2))
def test_in_a_flaky_world_nothing_is_called_broken(run: int) -> None:
    with serving_hosts(flaky(random.Random(run), threading.Lock()), 50) as servers:
        urls = [f"{servers[number % 50].url}/{number}" for number in range(500)]
        judgements = check(urls, seconds=1.5, retries=(0.1, 0.2, 0.4))
        requests = sum(len(server.heard) for server in servers)
    assert {each.verdict for each in judgements.values()} == {Verdict.OK}
    assert requests / len(urls) <= 1.05


@pytest.fixture(autouse=True)
def no_thread_stays() -> Iterator[None]:
    yield
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("asking") and not thread.daemon]
