"""Whole checks of a web that lies: what is to be caught is caught, and nobody honest is accused."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest
from markdown_it import MarkdownIt

from readinglist.ledger.file import Ledger
from readinglist.links.check import check_links
from readinglist.links.plan import Plan
from readinglist.links.verdict import Judgement
from readinglist.web.client import Client, Manners
from readinglist.web.pacing import Pace, Pacer
from tests.links.truth.lies import HTML, PROSE, WALLS, lies, page
from tests.support.corpus import CORPUS, corpus
from tests.support.server import Server, Visit, serving

TODAY = datetime.date(2026, 11, 21)
Hosts = Mapping[str, Callable[[Visit], None]]


@contextmanager
def web(hosts: Hosts) -> Iterator[Server]:
    """Serve hosts by name, all of them on one port of loopback."""
    with serving(lambda visit: hosts[visit.heard.headers["host"].partition(":")[0]](visit)) as server:
        yield server


def check(server: Server, *urls: str, ledger: Ledger | None = None, today: datetime.date = TODAY) -> list[Judgement]:
    """Check addresses such as `http://name.test/path`, each page read."""
    client = Client(
        Manners(seconds=5, allow_private=True, proxies={}), Pacer(Pace(8, 0)), look_up=lambda _: ["127.0.0.1"]
    )
    asked = [url.replace(".test/", f".test:{server.port}/", 1) for url in urls]
    plan = Plan(today, max_age_days=0, retries=(), workers=16, look_days=0)
    return list(check_links(asked, lambda: client, Ledger(None) if ledger is None else ledger, plan).values())


def test_lies_are_told_from_the_truth() -> None:
    known = list(lies())
    assert len(known) >= 60
    with web({lie.host: lie.behave for lie in known}) as server:
        found = check(server, *(f"http://{lie.host}{lie.path}" for lie in known))
    wrong = [
        (lie.host, each.verdict.value, each.reason)
        for lie, each in zip(known, found, strict=True)
        if each.verdict.value not in lie.right
    ]
    assert wrong == []


HONEST = {
    "a page about errors": page("HTTP 404 and what it means", "404 Not Found", PROSE + PROSE),
    "a page that only loads a challenge script": page(
        "Kernels", "Kernels", PROSE, '<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>'
    ),
    "a page that speaks of what was removed": page("Changes", "Changes", "This page has been removed. " + PROSE),
    "a page of a seller of domains": page("How domains are sold", "How domains are sold", PROSE + PROSE),
    "a short page": page("Ann Lee", "Ann Lee", "I work on kernels."),
    "a page with a canonical root": page("Kernels", "Kernels", PROSE, '<link rel=canonical href="/">'),
}


@pytest.mark.parametrize("body", HONEST.values(), ids=HONEST.keys())
def test_who_is_honest_is_not_accused(body: bytes) -> None:
    def behave(visit: Visit) -> None:
        visit.answer(200, HTML, body=body) if visit.heard.path == "/kernels" else visit.answer(404)

    with web({"honest.test": behave}) as server:
        assert [each.reason for each in check(server, "http://honest.test/kernels")] == ["answered"]


def test_a_short_name_for_the_site_may_lead_to_its_home_page() -> None:
    def behave(visit: Visit) -> None:
        if visit.heard.path == "/go":
            visit.answer(302, "Location: /")
        elif visit.heard.path == "/":
            visit.answer(200, HTML, body=page("Kernels", "Kernels", PROSE))
        else:
            visit.answer(404)

    with web({"short.test": behave}) as server:
        assert [each.reason for each in check(server, "http://short.test/go")] == ["redirected"]


def test_three_pages_that_end_on_one_are_none_of_them_there() -> None:
    def behave(visit: Visit) -> None:
        if visit.heard.path == "/archive/all":
            visit.answer(200, HTML, body=page("Archive", "Archive", PROSE))
        else:
            visit.answer(301, "Location: /archive/all")

    with web({"merged.test": behave}) as server:
        found = check(server, *(f"http://merged.test/post/{name}" for name in ("a", "b", "c")))
    assert [(each.verdict.value, each.reason) for each in found] == [("soft-404", "same-landing")] * 3


def test_a_page_that_became_another_one_has_drifted_and_a_person_can_take_it_for_right() -> None:
    now = {"body": page("Kernels", "Kernels", PROSE + PROSE)}
    other = " ".join(f"Recipe {number}: mix flour, sugar and {number} eggs, and bake." for number in range(60))
    ledger = Ledger(None)
    with web({"drift.test": lambda visit: visit.answer(200, HTML, body=now["body"])}) as server:
        url = "http://drift.test/kernels"
        assert check(server, url, ledger=ledger)[0].reason == "answered"
        now["body"] = page("Cakes", "Cakes", other)
        later = TODAY + datetime.timedelta(days=8)
        assert check(server, url, ledger=ledger, today=later)[0].verdict.value == "drifted"


def test_a_whole_run_asks_each_page_once_and_at_most_one_address_beside_it() -> None:
    with web({"shell.test": next(lie.behave for lie in lies() if lie.host == "shell.test")}) as server:
        check(server, *(f"http://shell.test/docs/{number}" for number in range(20)))
        assert len(server.heard) == 40
        assert {heard.method for heard in server.heard} == {"GET"}


def test_each_wall_comes_in_three_variants() -> None:
    assert len(WALLS) >= 15


def honest_pages() -> Iterator[tuple[str, bytes]]:
    """Yield real pages: those of the metadata corpus, and the lists of the other one as pages."""
    for line in (CORPUS / "metadata" / "manifest.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["kind"].startswith("html"):
            yield row["file"], (CORPUS / "metadata" / row["file"]).read_bytes()
    for file in sorted((CORPUS / "curation" / "markdown-list").rglob("*.md")):
        shown = MarkdownIt("commonmark", {"html": True}).render(file.read_text("utf-8", "replace"))
        yield file.name, page(file.stem, file.stem, shown)


@corpus
def test_real_pages_are_not_accused() -> None:
    pages = dict(honest_pages())

    def behave(visit: Visit) -> None:
        body = pages.get(visit.heard.path[1:])
        visit.answer(404) if body is None else visit.answer(200, "Content-Type: text/html", body=body)

    with web({"real.test": behave}) as server:
        found = check(server, *(f"http://real.test/{name}" for name in pages))
    accused = Counter(each.reason for each in found if each.verdict.value != "ok")
    assert (len(pages) >= 300, accused) == (True, {"bot-wall": 4, "says-missing": 1}), (
        "five of them are walls and errors"
    )


@pytest.mark.parametrize(
    ("path", "target"), [("/docs/tool/en/latest/", "/en/latest/"), ("/en/default/", "/en/latest/")]
)
def test_the_first_page_of_a_manual_is_where_its_other_first_pages_lead(path: str, target: str) -> None:
    def behave(visit: Visit) -> None:
        if visit.heard.path == path:
            visit.answer(301, f"Location: {target}")
        elif visit.heard.path == target:
            visit.answer(200, HTML, body=page("A tool", "A tool", PROSE))
        else:
            visit.answer(404)

    with web({"manual.test": behave}) as server:
        assert [each.reason for each in check(server, f"http://manual.test{path}")] == ["moved"]


def test_a_page_with_addresses_that_are_none_is_judged_all_the_same() -> None:
    odd = '<link rel=canonical href="http://[bad/"><script src="https://x:y/"></script>'
    body = page("Kernels", "Kernels", PROSE, odd)

    with web({"odd.test": lambda visit: visit.answer(200, HTML, body=body)}) as server:
        assert [each.reason for each in check(server, "http://odd.test/kernels")] == ["answered"]
