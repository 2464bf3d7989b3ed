"""How sources are asked: never twice for nothing, never too soon, and whatever happens, with an outcome."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from readinglist.metadata.cache import Cache, name_of
from readinglist.metadata.desk import Heard
from readinglist.metadata.outcome import Blocked, Known, NotFound, RateLimited, Unavailable, Unreadable
from readinglist.metadata.subject import Subject
from readinglist.metadata.turns import Turns
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question, Silence, Trouble
from readinglist.web.pacing import Pace
from tests.metadata.fakes import Clock, Web, desk, outcome, registry, says

DAY = 86400
WORK = Subject("doi", "10.1000/x")
URL = "https://reg.example/doi/10.1000/x"


def consult(web: Web, source: Source, folder: Path | None = None, subject: Subject = WORK, **more: Any) -> Heard:
    heard = desk(web, folder, **more).consult(source, subject)
    assert heard
    return heard


def test_what_was_answered_is_not_asked_again_in_the_next_run(tmp_path: Path) -> None:
    web = Web(Clock(), {URL: says(URL, title="T")})
    first = consult(web, registry("reg", "doi"), tmp_path)
    web.clock.time += 29 * DAY
    second = consult(web, registry("reg", "doi"), tmp_path)
    assert (first.outcome, web.urls) == (second.outcome, [URL])


def test_an_answer_that_is_too_old_is_asked_for_again(tmp_path: Path) -> None:
    web = Web(Clock(), {URL: says(URL, title="T")})
    consult(web, registry("reg", "doi"), tmp_path)
    web.clock.time += 31 * DAY
    consult(web, registry("reg", "doi"), tmp_path)
    assert web.urls == [URL, URL]


def test_not_found_is_believed_for_a_day(tmp_path: Path) -> None:
    web = Web(Clock())
    for hours in (0, 23, 2):
        web.clock.time += hours * 3600
        assert isinstance(consult(web, registry("reg", "doi"), tmp_path).outcome, NotFound)
    assert web.urls == [URL, URL]


def test_what_has_not_changed_is_not_sent_again(tmp_path: Path) -> None:
    first = says(URL, title="T")
    web = Web(Clock(), {URL: [Answer(URL, 200, {"etag": '"1"', "last-modified": "Mon"}, first.body), Answer(URL, 304)]})
    source = registry("reg", "doi", days=1)
    consult(web, source, tmp_path)
    web.clock.time += 2 * DAY
    again = consult(web, source, tmp_path)
    assert isinstance(again.outcome, Known) and again.at == web.clock.time
    assert web.heard[1][1].headers == {"If-None-Match": '"1"', "If-Modified-Since": "Mon"}
    web.clock.time += DAY / 2
    consult(web, source, tmp_path)
    assert len(web.urls) == 2


def test_offline_answers_from_the_cache_and_says_how_old_that_is(tmp_path: Path) -> None:
    web = Web(Clock(), {URL: says(URL, title="T")})
    consult(web, registry("reg", "doi"), tmp_path)
    web.clock.time += 90 * DAY
    heard = consult(web, registry("reg", "doi"), tmp_path, offline=True)
    assert isinstance(heard.outcome, Known) and heard.note == "from the cache, 90 days old"
    other = consult(web, registry("reg", "doi"), tmp_path, Subject("doi", "10.1000/y"), offline=True)
    assert other.outcome == Unavailable("not in the cache, and --offline asks nobody")
    assert web.urls == [URL]


def test_an_outage_is_never_not_found_and_an_old_answer_is_better_than_none(tmp_path: Path) -> None:
    web = Web(Clock(), {URL: [says(URL, title="T"), Answer(URL, 503)]})
    consult(web, registry("reg", "doi"), tmp_path)
    web.clock.time += 40 * DAY
    heard = consult(web, registry("reg", "doi"), tmp_path)
    assert isinstance(heard.outcome, Known)
    assert heard.note == "from the cache, 40 days old; asked again in vain: status 503"


@pytest.mark.parametrize("trouble", [Trouble.TIMEOUT, Trouble.DNS, Trouble.RESET, Trouble.REFUSED])
def test_what_may_pass_is_tried_three_times(trouble: Trouble) -> None:
    web = Web(Clock(), {URL: Silence(URL, trouble, "no answer")})
    assert consult(web, registry("reg", "doi")).outcome == Unavailable("no answer")
    assert web.times == [0, 0.5, 1.5]


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_service_that_recovers_is_heard(status: int) -> None:
    web = Web(Clock(), {URL: [Answer(URL, status), says(URL, title="T")]})
    assert isinstance(consult(web, registry("reg", "doi")).outcome, Known)
    assert web.times == [0, 0.5]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(URL, 404), NotFound("status 404")),
        (Answer(URL, 403), Blocked("status 403")),
        (Answer(URL, 200, body=b"<html>"), Unreadable("no JSON")),
        (Silence(URL, Trouble.PRIVATE, "not public"), Blocked("not public")),
        (Silence(URL, Trouble.NO_SUCH_HOST, "x"), Unavailable("no such host: x")),
        (Silence(URL, Trouble.TLS_EXPIRED, "expired"), Unavailable("expired")),
    ],
)
def test_what_cannot_pass_is_asked_once(answer: Answer | Silence, expected: object) -> None:
    web = Web(Clock(), {URL: answer})
    assert consult(web, registry("reg", "doi")).outcome == expected
    assert web.urls == [URL]


def test_retry_after_is_obeyed_where_the_wait_is_short() -> None:
    web = Web(Clock(), {URL: [Answer(URL, 429, {"retry-after": "7"}), says(URL, title="T")]})
    assert isinstance(consult(web, registry("reg", "doi")).outcome, Known)
    assert web.times == [0, 7]


def test_a_service_that_wants_a_long_rest_is_left_alone_in_this_run_and_the_next(tmp_path: Path) -> None:
    web = Web(Clock(), {URL: Answer(URL, 429, {"retry-after": "3600"})})
    assert consult(web, registry("reg", "doi"), tmp_path).outcome == RateLimited(
        "reg.example wants to be left alone", 3600
    )
    web.clock.time += 600
    assert consult(web, registry("reg", "doi"), tmp_path).outcome == RateLimited(
        "reg.example wants to be left alone", 3000
    )
    assert web.urls == [URL]
    web.clock.time += 3001
    web.pages[URL] = says(URL, title="T")
    assert isinstance(consult(web, registry("reg", "doi"), tmp_path).outcome, Known)


def test_a_source_that_stumbles_has_not_understood() -> None:
    def read(subject: Subject, answer: Answer) -> Known:
        raise KeyError("title")

    source = Source("bad", ("doi",), lambda subject, keys: Question(URL), read, 1)
    heard = consult(Web(Clock(), {URL: says(URL, title="T")}), source)
    assert heard.outcome == Unreadable("the source 'bad' stumbled: KeyError: 'title'")


def test_the_pace_of_a_host_outlives_the_run(tmp_path: Path) -> None:
    web = Web(Clock())
    source = registry("slow", "doi", pace=Pace(1, 3.0))
    for number in range(4):
        consult(web, source, tmp_path, Subject("doi", f"10.1000/{number}"))
    assert web.times == [0, 3, 6, 9]


def test_two_runs_at_once_share_the_pace(tmp_path: Path) -> None:
    clock = Clock()
    slots: list[float] = []

    def take() -> None:
        Turns(tmp_path, now=lambda: clock.time, sleep=slots.append).wait("slow.example", 3.0, 60)

    threads = [threading.Thread(target=take) for _ in range(5)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(slots) == [3, 6, 9, 12]


def test_a_clock_that_was_wrong_once_stops_nobody(tmp_path: Path) -> None:
    later = Turns(tmp_path, now=lambda: 9e9, sleep=lambda _: None)
    later.wait("a.example", 3, 60)
    later.close("a.example", 3600)
    slept: list[float] = []
    assert Turns(tmp_path, now=lambda: 1e9, sleep=slept.append).wait("a.example", 3, 60) == 0
    assert slept == []


def batching(size: int) -> Source:
    def many(subjects: Any, keys: Keys) -> Question:
        return Question("https://many.example/?ids=" + ",".join(each.value for each in subjects))

    def read(subject: Subject, answer: Answer) -> Any:
        found = outcome("many", answer)
        if isinstance(found, Known):
            own = tuple(claim for claim in found.claims if claim.field == subject.value)
            return Known(own) if own else NotFound()
        return found

    plain = registry("many", "arxiv", pace=Pace(1, 3.0))
    return Source("many", ("arxiv",), plain.question, read, 1, plain.paces, batch=many, batch_size=size)


def numbers(*last: int) -> dict[str, Any]:
    return {f"2211.0000{each}": 1 for each in last}


def test_many_are_asked_about_at_once_and_each_finds_its_own(tmp_path: Path) -> None:
    subjects = [Subject("arxiv", f"2211.0000{number}") for number in range(5)]
    first = "https://many.example/?ids=2211.00000,2211.00001,2211.00002"
    second = "https://many.example/?ids=2211.00003,2211.00004"
    web = Web(Clock(), {first: says(first, **numbers(0, 2)), second: says(second, **numbers(3))})
    counter = desk(web, tmp_path)
    counter.consult_many(batching(3), subjects)
    heard = [counter.consult(batching(3), each) for each in subjects]
    assert [isinstance(each.outcome, Known) for each in heard if each] == [True, False, True, True, False]
    assert (web.urls, web.times) == ([first, second], [0, 3])


def test_where_a_batch_fails_each_is_asked_alone(tmp_path: Path) -> None:
    subjects = [Subject("arxiv", "2211.00000"), Subject("arxiv", "2211.00001")]
    alone = "https://many.example/arxiv/2211.00000"
    web = Web(
        Clock(),
        {"https://many.example/?ids=2211.00000,2211.00001": Answer("", 403), alone: says(alone, **numbers(0))},
    )
    counter = desk(web, tmp_path)
    counter.consult_many(batching(3), subjects)
    assert isinstance(getattr(counter.consult(batching(3), subjects[0]), "outcome", None), Known)


def test_a_key_and_a_contact_are_in_no_record_and_no_outcome(tmp_path: Path) -> None:
    def question(subject: Subject, keys: Keys) -> Question:
        return Question(f"{URL}?api_key={keys.by_source['k']}&mailto={keys.contact}")

    source = Source("k", ("doi",), question, lambda _, answer: Unreadable(answer.body.decode()), 1)
    keys = Keys("me@example.org", {"k": "s3cr3t"})
    echo = lambda asked: Answer(asked.url, 200, {"etag": "s"}, b"your key s3cr3t is wrong")  # noqa: E731
    web = Web(Clock(), {f"{URL}?api_key=s3cr3t&mailto=me@example.org": echo})
    heard = consult(web, source, tmp_path, keys=keys)
    assert (heard.outcome, heard.url) == (Unreadable("your key *** is wrong"), URL)
    written = [file.read_text("utf-8") for file in (tmp_path / "answers").rglob("*") if file.is_file()]
    assert written and not any("s3cr3t" in text or "me@example.org" in text for text in written)
    assert name_of(Question(f"{URL}?api_key=other")) == name_of(Question(URL))


@pytest.mark.parametrize("damage", [b"", b"{", b'{"at": "x"}', b"\xff\xfe"])
def test_a_damaged_cache_is_no_cache(tmp_path: Path, damage: bytes) -> None:
    web = Web(Clock(), {URL: says(URL, title="T")})
    consult(web, registry("reg", "doi"), tmp_path)
    for file in (tmp_path / "answers").rglob("*"):
        if file.is_file():
            file.write_bytes(damage)
    assert isinstance(consult(web, registry("reg", "doi"), tmp_path).outcome, Known)
    assert len(web.urls) == 2


def test_a_body_that_was_changed_on_disk_is_not_believed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(Question(URL), says(URL, title="T"), 1.0)
    for file in (tmp_path / "bodies").rglob("*"):
        if file.is_file():
            file.write_bytes(b'{"fields": {"title": "forged"}}')
    assert cache.get(Question(URL)) is None
