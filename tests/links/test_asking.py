"""How a page is asked: quirks, settings by host, and what a connection remembers."""

from __future__ import annotations

import pytest
import responses
from pydantic import TypeAdapter

from readinglist.ledger.file import Ledger
from readinglist.links import rounds
from readinglist.links.asking import ask_page
from readinglist.links.plan import Page, Plan, Ways
from readinglist.links.quirks import QUIRKS
from readinglist.links.rounds import Rounds, pages_of
from readinglist.links.setup import client_of, days, user_agent, ways_of
from readinglist.links.telling import findings_of
from readinglist.links.verdict import Judgement, Verdict
from readinglist.model.catalog import Catalog
from readinglist.model.place import Place
from readinglist.settings import Settings
from readinglist.web.client import Client, Manners
from readinglist.web.pacing import Pace, Pacer
from tests.links.test_check import TODAY, check, told, unknown_names
from tests.support.server import Visit, serving


def asked(url: str, settings: Settings | None = None) -> str:
    settings = settings or Settings()
    client = client_of(settings, allow_private=True)
    (page,), _ = pages_of([url])
    judgement = ask_page(client, ways_of(settings), page).judgements[url]
    client.close()
    return f"{judgement.verdict.value} {judgement.reason}"


@responses.activate
def test_a_doi_is_good_where_the_registry_knows_it() -> None:
    responses.head("https://doi.org/10.1234/good", status=302, headers={"Location": "https://publisher.example/"})
    responses.head("https://doi.org/10.1234/bad", status=404)
    responses.get("https://doi.org/10.1234/bad", status=404)
    assert asked("https://doi.org/10.1234/good") == "ok answered"
    assert asked("https://doi.org/10.1234/bad") == "gone not-found"


@responses.activate
def test_hosts_have_ways_of_their_own() -> None:
    responses.get("https://odd.example/page", status=403)
    hosts = {"odd.example": {"method": "get", "accept": [403], "timeout": 3, "headers": {"X-Here": "yes"}}}
    settings = TypeAdapter(Settings).validate_python({"hosts": hosts, "check": {"contact": "mailto:me@example.org"}})
    assert asked("https://odd.example/page", settings) == "ok answered"
    (call,) = responses.calls
    assert call.request.headers["X-Here"] == "yes"
    assert call.request.headers["User-Agent"].endswith("; +mailto:me@example.org)")


def test_settings_give_hosts_their_pace() -> None:
    settings = TypeAdapter(Settings).validate_python(
        {"hosts": {"slow.example": {"interval": 5}, "arxiv.org": {"connections": 2}}}
    )
    pacer = client_of(settings).pacer
    assert pacer.connections("slow.example") == 4
    assert pacer.connections("arxiv.org") == 2
    assert pacer.connections("web.archive.org") == 1
    pacer.enter("slow.example")
    assert 4 < pacer.try_enter("slow.example") <= 5


def test_who_we_are_is_told_without_words_that_walls_refuse() -> None:
    agent = user_agent("https://example.org/\r\n(x)")
    assert agent.startswith("Mozilla/5.0 (compatible; readinglist/")
    assert agent.endswith("; +https://example.org/x)")
    assert not any(word in user_agent("").lower() for word in ("bot", "link", "curl", "spider"))


@pytest.mark.parametrize(("text", "number"), [("12h", 0.5), ("7d", 7), ("4w", 28), ("0", 0), ("1.5", 1.5)])
def test_spans(text: str, number: float) -> None:
    assert days(text) == number


def test_quirks_are_few_and_say_why_and_when() -> None:
    assert len(QUIRKS) <= 10
    assert all(
        quirk.reason and quirk.dated and (quirk.redirect_is_proof or quirk.get or quirk.pace) for quirk in QUIRKS
    )


def test_a_connection_that_was_closed_meanwhile_is_no_failure() -> None:
    def behave(visit: Visit) -> None:
        visit.answer(200)
        visit.close()

    with serving(behave) as server:
        assert set(told(check([f"{server.url}/{number}" for number in range(10)]))) == {"ok answered"}


def test_stray_bytes_after_an_answer_do_not_become_the_next_one() -> None:
    def behave(visit: Visit) -> None:
        visit.answer(200)
        visit.pause(0.01)
        visit.send(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")

    with serving(behave) as server:
        assert set(told(check([f"{server.url}/{number}" for number in range(10)]))) == {"ok answered"}


def test_chunked_pages_and_packed_ones_keep_their_connection() -> None:
    def behave(visit: Visit) -> None:
        body = b"5\r\n<p id\r\n7;x=y\r\n=here >\r\n0\r\nTrailer: x\r\n\r\n"
        visit.answer(200, "Transfer-Encoding: chunked", "Content-Type: text/html", body=body)

    with serving(behave) as server:
        client = Client(Manners(allow_private=True, proxies={}), Pacer(Pace(1, 0)), look_up=unknown_names)
        for number in range(3):
            (page,), _ = pages_of([f"{server.url}/{number}#here"])
            assert ask_page(client, Ways(), page).judgements[f"{server.url}/{number}#here"].reason == "answered"
        client.close()
        assert server.connections == 1


def test_a_mistake_of_ours_costs_one_link(monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(client: Client, ways: Ways, page: Page, **more: object) -> object:
        if page.url.endswith("/3"):
            client.pacer.leave(str(more["holding"]))
            raise RuntimeError("oh")
        return ask_page(client, ways, page, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(rounds, "ask_page", mistaken)
    with serving(lambda visit: visit.answer(200)) as server:
        judgements = told(check([f"{server.url}/{number}" for number in range(6)]))
    assert judgements == ["ok answered"] * 3 + ["unknown internal-error"] + ["ok answered"] * 2


def test_a_host_that_fails_as_a_whole_is_one_finding() -> None:
    down = Judgement(Verdict.UNREACHABLE, "timeout", "no whole answer within 20 s")
    urls = [f"https://down.example/{number}" for number in range(5)] + ["https://other.example/"]
    places = {url: [Place("catalog.yaml", ("references", at, "URL"))] for at, url in enumerate(urls)}
    found = findings_of(dict.fromkeys(urls, down), places, Catalog(), {"gone"})
    assert [(each.place.path[1], each.message) for each in found] == [
        (5, "https://other.example/ cannot be reached: no whole answer within 20 s"),
        (0, "down.example fails for 5 links: no whole answer within 20 s"),
    ]


def test_nothing_is_asked_of_nobody() -> None:
    client = client_of(Settings())
    found: dict[str, Judgement] = {}
    Rounds(client, Ledger(None), Plan(TODAY), lambda _: None, found, 0).run([])
    assert not found
