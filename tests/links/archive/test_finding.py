"""Which capture is taken, by the lists that the Internet Archive answers, and by what each capture shows."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping

import pytest
import responses

from readinglist.ledger.record import Record
from readinglist.links.archive.capture import (
    Capture,
    NoWord,
    all_near,
    nearest_first,
    one_near,
    read_all,
    read_one,
)
from readinglist.links.archive.finding import find
from readinglist.links.truth.sketch import sketch
from readinglist.web.messages import Answer, Hop, Outcome, Question, Silence, Trouble
from tests.links.truth.lies import PROSE, page

URL = "https://example.org/papers/kernels"
DAY = datetime.date(2024, 3, 10)
HEAD = ["timestamp", "original", "statuscode", "mimetype"]
CDX = "https://web.archive.org/cdx/search/cdx"
GOOD = page("Kernels", "Kernels", PROSE)


def row(timestamp: str, status: str = "200", original: str = URL) -> list[str]:
    return [timestamp, original, status, "text/html"]


def listed(*rows: list[str]) -> Answer:
    return Answer(CDX, 200, {"content-type": "application/json"}, json.dumps([HEAD, *rows]).encode())


def shown(timestamp: str, body: bytes = GOOD, status: int = 200, at: str = URL) -> Answer:
    url = f"https://web.archive.org/web/{timestamp}id_/{at}"
    return Answer(url, status, {"content-type": "text/html"}, body, (Hop(url, status),))


def archive(answers: Mapping[str, Outcome], asked: list[str] | None = None) -> Callable[[Question], Outcome]:
    """Answer the list, the one nearest, and captures by their moment; what is not there is out of order."""

    def ask(question: Question) -> Outcome:
        if asked is not None:
            asked.append(question.url)
        name = next((name for name in answers if name in question.url), "")
        return answers.get(name, Silence(question.url, Trouble.TIMEOUT, "no answer"))

    return ask


def test_the_question_names_the_address_and_the_day() -> None:
    assert all_near(URL, DAY).url == (
        "https://web.archive.org/cdx/search/cdx?url=https://example.org/papers/kernels&output=json"
        "&fl=timestamp,original,statuscode,mimetype&filter=statuscode:200&limit=20&sort=closest&closest=20240310120000"
    )
    assert one_near("https://a.test/?a=1&b=2", DAY).url == (
        "https://archive.org/wayback/available?url=https://a.test/%3Fa%3D1%26b%3D2&timestamp=20240310120000"
    )


LISTS: dict[str, tuple[Answer, list[str]]] = {
    "a list": (listed(row("20240101000000"), row("20230101000000")), ["20240101000000", "20230101000000"]),
    "fields in another order": (
        Answer(CDX, 200, {}, json.dumps([HEAD[::-1], row("20240101000000")[::-1]]).encode()), ["20240101000000"],
    ),
    "no capture": (Answer(CDX, 200, {}, b"[]"), []),
    "nothing at all": (Answer(CDX, 200, {}, b"\n"), []),
    "errors, redirects and revisits": (
        listed(row("20240101000000", "404"), row("20240102000000", "301"), row("20240103000000", "-")), [],
    ),
    "rows that are none": (
        listed(["x"], row("2024"), row("20241399000000"), row("20240101000000", original="mailto:x")), [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("answer", "wanted"), LISTS.values(), ids=LISTS)
def test_lists_are_read(answer: Answer, wanted: list[str]) -> None:
    assert [each.timestamp for each in read_all(answer)] == wanted


GARBLED = {
    "an error in words": Answer(CDX, 403, {}, b"org.archive.util.io.RuntimeIOException: Blocked Site Error"),
    "too many": Answer(CDX, 429, {}, b"Too Many Requests"),
    "out of order": Answer(CDX, 503, {}, b"<html><body>Service unavailable</body></html>"),
    "a page": Answer(CDX, 200, {}, b"<html><title>Internet Archive: Scheduled Maintenance</title></html>"),
    "half a list": Answer(CDX, 200, {}, b'[["timestamp","original"],["2024', complete=False),
    "another thing": Answer(CDX, 200, {}, b'{"error": "no"}'),
    "a list without its head": Answer(CDX, 200, {}, json.dumps([row("20240101000000")]).encode()),
}


@pytest.mark.parametrize("answer", GARBLED.values(), ids=GARBLED)
def test_what_is_no_list_says_nothing(answer: Answer) -> None:
    with pytest.raises(NoWord):
        read_all(answer)


def snapshot(**closest: object) -> Answer:
    snapshots = {"closest": closest} if closest else {}
    return Answer("https://archive.org", 200, {}, json.dumps({"url": URL, "archived_snapshots": snapshots}).encode())


def test_the_one_nearest_capture_is_read() -> None:
    url = f"http://web.archive.org/web/20240101000000/{URL}"
    assert read_one(snapshot(status="200", available=True, url=url, timestamp="20240101000000")) == [
        Capture("20240101000000", URL)
    ]
    assert read_one(snapshot(status="404", available=True, url=url)) == []
    assert read_one(snapshot(status="200", available=False, url=url)) == []
    assert read_one(snapshot()) == []
    with pytest.raises(NoWord):
        read_one(Answer("https://archive.org", 200, {}, b"{}"))


def test_the_nearest_is_measured_from_noon_and_the_earlier_one_of_two_wins() -> None:
    moments = ["20240309120000", "20240311120000", "20240310235959", "20240310000000", "20100101000000"]
    captures = [Capture(moment, URL) for moment in moments]
    assert [each.timestamp for each in nearest_first(captures, DAY)] == [
        "20240310235959",
        "20240310000000",
        "20240309120000",
        "20240311120000",
        "20100101000000",
    ]


def test_the_nearest_capture_that_shows_the_page_is_taken() -> None:
    asked: list[str] = []
    answers = {"cdx": listed(row("20240401000000"), row("20240312000000")), "20240312000000": shown("20240312000000")}
    found = find(archive(answers, asked), URL, DAY)
    assert found.capture
    assert (found.capture.url, found.capture.day, found.passed_over) == (
        f"https://web.archive.org/web/20240312000000/{URL}", "2024-03-12", (),
    )  # fmt: skip
    assert asked[1:] == [f"https://web.archive.org/web/20240312000000id_/{URL}"]


OTHER = " ".join(f"Recipe {number}: mix flour, sugar and {number} eggs, and bake." for number in range(60))
BAD = {
    "an archived 404": (shown("20240310000000", status=404), "it shows an answer 404"),
    "an archived 429": (shown("20240310000000", status=429), "the archive does not show it now"),
    "a redirect to a parked domain": (
        shown("20240310000000", at="https://www.hugedomains.com/domain_profile.cfm?d=example.org"),
        "leads to www.hugedomains.com, where domains are sold",
    ),
    "a domain for sale": (
        shown("20240310000000", page("example.org is for sale", "Buy this domain", "")),
        "calls itself 'example.org is for sale'",
    ),
    "a redirect to the home page": (shown("20240310000000", at="https://example.org/"), "leads to https://example.org/"),
    "a login": (
        shown("20240310000000", at="https://example.org/login?next=x"), "leads to https://example.org/login?next=x",
    ),
    "a page that calls itself missing": (
        shown("20240310000000", page("Page not found", "Page not found")),
        "it answers 200, and calls itself 'Page not found'",
    ),
    "a challenge": (shown("20240310000000", page("Just a moment...", "", "Checking")), None),
    "nothing": (shown("20240310000000", b""), "it is empty"),
    "a way out of the archive": (Answer(URL, 200, {"content-type": "text/html"}, GOOD), "it leads out of the archive"),
}  # fmt: skip


@pytest.mark.parametrize(("bad", "why"), BAD.values(), ids=BAD)
def test_a_bad_capture_is_never_taken(bad: Answer, why: str | None) -> None:
    near, far = "20240310000000", "20200101000000"
    found = find(archive({"cdx": listed(row(near), row(far)), near: bad, far: shown(far)}), URL, DAY)
    assert found.capture == Capture(far, URL)
    assert [each.partition(": ")[0] for each in found.passed_over] == ["2024-03-10"]
    assert why is None or found.passed_over[0].endswith(why)


def test_a_capture_of_what_the_page_became_later_is_not_taken() -> None:
    known = Record(URL, "ok", "answered", "2024-01-01", "2024-01-01", title="Kernels", sketch=sketch(PROSE.split()))
    near, far = "20240310000000", "20200101000000"
    other = shown(near, page("Cakes", "Cakes", OTHER))
    found = find(archive({"cdx": listed(row(near), row(far)), near: other, far: shown(far)}), URL, DAY, known)
    assert found.capture == Capture(far, URL)


def test_without_a_list_the_one_nearest_is_looked_at() -> None:
    near = "20240310000000"
    one = snapshot(status="200", available=True, url=f"http://web.archive.org/web/{near}/{URL}")
    answers = {"cdx": GARBLED["out of order"], "available": one, near: shown(near)}
    assert find(archive(answers), URL, DAY).capture == Capture(near, URL)


def test_an_archive_that_is_silent_has_not_said_no() -> None:
    with pytest.raises(NoWord):
        find(archive({}), URL, DAY)
    with pytest.raises(NoWord):
        find(archive({"cdx": listed(row("20240310000000"))}), URL, DAY)
    assert find(archive({"cdx": listed()}), URL, DAY).capture is None


def test_the_whole_way_over_the_client(network: responses.RequestsMock) -> None:
    from readinglist.web.client import Client, Manners
    from readinglist.web.pacing import Pace, Pacer

    near = "20240310000000"
    network.get(CDX, json=[HEAD, row(near)])
    network.get(
        f"https://web.archive.org/web/{near}id_/{URL}", status=302,
        headers={"location": f"/web/20240310000001id_/{URL}/"},
    )  # fmt: skip
    network.get(f"https://web.archive.org/web/20240310000001id_/{URL}/", body=GOOD, content_type="text/html")
    client = Client(Manners(proxies={}), Pacer(Pace(1, 0)))
    assert find(client.ask, URL, DAY).capture == Capture(near, URL)


@pytest.fixture
def network() -> object:
    from tests.support.services import services

    with services() as made:
        yield made
