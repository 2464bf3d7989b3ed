"""What every authority says, replayed: there, renamed, archived, deleted, withdrawn, refused, garbled, walled."""

from __future__ import annotations

import datetime
import json

import pytest
import responses

from readinglist.ledger.file import Ledger
from readinglist.links.authorities._authority import State, all_authorities, authority_for
from readinglist.links.check import check_links
from readinglist.links.consulting import Consultation
from readinglist.links.plan import Plan
from readinglist.sources._source import Keys
from readinglist.web.client import Client, Manners
from readinglist.web.pacing import Pace, Pacer
from tests.support.services import services

TODAY = datetime.date(2026, 11, 21)
WALL = "<!doctype html><html><head><title>Just a moment...</title></head><body>Checking</body></html>"
PAPER = """<entry><id>http://arxiv.org/abs/2309.06180v1</id><title>T</title><summary>{abstract}</summary>
<arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">{comment}</arxiv:comment></entry>"""


def feed(abstract: str = "We page.", comment: str = "12 pages", entry: str = PAPER) -> str:
    inside = entry.format(abstract=abstract, comment=comment)
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{inside}</feed>'


GITHUB = "https://github.com/old/name"
API = "https://api.github.com/repos/old/name"
DOI = "https://doi.org/10.1145/3600006"
HANDLE = "https://doi.org/api/handles/10.1145/3600006?type=URL"
ARXIV = "https://arxiv.org/abs/2309.06180"
QUERY = "https://export.arxiv.org/api/query?id_list=2309.06180&max_results=1"
VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
OEMBED = "https://www.youtube.com/oembed?url=https://www.youtube.com/watch?v%3DdQw4w9WgXcQ&format=json"
MODEL = "https://huggingface.co/org/model"
SPACE = "https://huggingface.co/spaces/org/demo"
SWH = f"https://archive.softwareheritage.org/swh:1:rev:{'a' * 40}"
MODEL_API = "https://huggingface.co/api/models/org/model"
RESOLVE = f"https://archive.softwareheritage.org/api/1/resolve/swh:1:rev:{'a' * 40}/"
LIMIT = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1800000000"}

# Who, the address, the question, the answer's status, body and headers, and what it means.
SAID = {
    "github there": (GITHUB, API, 200, '{"full_name": "old/name", "archived": false}', {}, State.THERE),
    "github in other capitals": (GITHUB, API, 200, '{"full_name": "Old/Name"}', {}, State.THERE),
    "github renamed": (GITHUB, API, 200, '{"full_name": "new/name"}', {}, State.RENAMED),
    "github archived": (GITHUB, API, 200, '{"full_name": "old/name", "archived": true}', {}, State.ARCHIVED),
    "github deleted": (GITHUB, API, 404, '{"message": "Not Found"}', {}, State.ABSENT),
    "github without quota": (GITHUB, API, 403, '{"message": "API rate limit exceeded"}', LIMIT, State.SHUT),
    "github too many": (GITHUB, API, 429, "{}", {"retry-after": "1"}, State.SHUT),
    "github withheld": (GITHUB, API, 451, '{"message": "Repository access blocked"}', {}, State.SILENT),
    "github garbled": (GITHUB, API, 200, '{"full_name": ', {}, State.SILENT),
    "github about nothing": (GITHUB, API, 200, "[]", {}, State.SILENT),
    "github walled": (GITHUB, API, 403, WALL, {"cf-mitigated": "challenge"}, State.SILENT),
    "github ill": (GITHUB, API, 502, "", {}, State.SILENT),
    "doi there": (DOI, HANDLE, 200, '{"responseCode": 1, "handle": "10.1145/3600006"}', {}, State.THERE),
    "doi without a url": (DOI, HANDLE, 200, '{"responseCode": 200}', {}, State.THERE),
    "doi unknown": (DOI, HANDLE, 404, '{"responseCode": 100}', {}, State.ABSENT),
    "doi of another kind of 404": (DOI, HANDLE, 404, "<html>Not Found</html>", {}, State.SILENT),
    "doi error": (DOI, HANDLE, 500, '{"responseCode": 2}', {}, State.SILENT),
    "doi limited": (DOI, HANDLE, 429, "", {"retry-after": "1"}, State.SHUT),
    "doi garbled": (DOI, HANDLE, 200, "]", {}, State.SILENT),
    "doi walled": (DOI, HANDLE, 200, WALL, {}, State.SILENT),
    "arxiv there": (ARXIV, QUERY, 200, feed(), {}, State.THERE),
    "arxiv about withdrawals": (ARXIV, QUERY, 200, feed("Why papers are withdrawn."), {}, State.THERE),
    "arxiv withdrawn": (
        ARXIV, QUERY, 200, feed(comment="This paper has been withdrawn by the author"), {}, State.WITHDRAWN,
    ),
    "arxiv withdrawn in its abstract": (
        ARXIV, QUERY, 200, feed("This submission has been withdrawn by arXiv administrators."), {}, State.WITHDRAWN,
    ),
    "arxiv unknown": (ARXIV, QUERY, 200, feed(entry=""), {}, State.ABSENT),
    "arxiv no number": (ARXIV, QUERY, 400, feed(entry=""), {}, State.SILENT),
    "arxiv limited": (ARXIV, QUERY, 429, "Rate exceeded.", {"retry-after": "1"}, State.SHUT),
    "arxiv ill": (ARXIV, QUERY, 503, "down", {}, State.SILENT),
    "arxiv garbled": (ARXIV, QUERY, 200, "<feed", {}, State.SILENT),
    "arxiv walled": (ARXIV, QUERY, 200, WALL, {}, State.SILENT),
    "youtube there": (VIDEO, OEMBED, 200, '{"title": "A talk"}', {}, State.THERE),
    "youtube deleted": (VIDEO, OEMBED, 404, "Not Found", {}, State.ABSENT),
    "youtube no video": (VIDEO, OEMBED, 400, "Bad Request", {}, State.ABSENT),
    "youtube not to be embedded": (VIDEO, OEMBED, 401, "Unauthorized", {}, State.SILENT),
    "youtube garbled": (VIDEO, OEMBED, 200, "{", {}, State.SILENT),
    "hugging face there": (MODEL, MODEL_API, 200, '{"id": "org/model"}', {}, State.THERE),
    "hugging face renamed": (
        SPACE, "https://huggingface.co/api/spaces/org/demo", 200, '{"id": "new/demo"}', {}, State.RENAMED,
    ),
    "hugging face unknown or private": (
        MODEL, MODEL_API, 401, '{"error": "Repository not found"}', {}, State.SILENT,
    ),
    "hugging face garbled": (MODEL, MODEL_API, 200, "no", {}, State.SILENT),
    "software heritage there": (SWH, RESOLVE, 200, json.dumps({"object_id": "a" * 40}), {}, State.THERE),
    "software heritage unknown": (SWH, RESOLVE, 404, '{"exception": "NotFoundExc"}', {}, State.ABSENT),
    "software heritage about another": (SWH, RESOLVE, 200, json.dumps({"object_id": "b" * 40}), {}, State.SILENT),
    "software heritage limited": (SWH, RESOLVE, 429, "{}", {}, State.SHUT),
}  # fmt: skip


def client() -> Client:
    return Client(Manners(seconds=5, proxies={}), Pacer(Pace(8, 0)))


@pytest.mark.parametrize(("url", "asked", "status", "body", "headers", "state"), SAID.values(), ids=SAID)
def test_every_kind_of_answer(
    url: str, asked: str, status: int, body: str, headers: dict[str, str], state: State
) -> None:
    with services() as network:
        network.get(asked, body=body, status=status, headers=headers)
        word = Consultation(client(), Keys()).words([url])[url]
    assert word.state is state, word.detail


def test_every_authority_is_replayed() -> None:
    assert {found[0].name for url, *_ in SAID.values() if (found := authority_for(url))} == {
        authority.name for authority in all_authorities()
    }


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/topics/gpu",
        "https://github.com/sponsors/ann",
        "https://gist.github.com/a/b",
        "https://example.org/github.com/a/b",
        "https://huggingface.co/docs/transformers",
        "https://huggingface.co/papers/1",
        "https://www.alphaxiv.org/abs/2309.06180",
        "https://publisher.example/10.1145/3600006",
        "doi.org/10.1145/3600006",
    ],
)
def test_what_is_in_no_register_is_asked_of_nobody(url: str) -> None:
    assert authority_for(url) is None


def test_a_new_name_keeps_what_stands_behind_it() -> None:
    with services() as network:
        network.get(API, json={"full_name": "new/name"})
        found = Consultation(client(), Keys()).words([f"{GITHUB}/tree/main/src?x=1#use"])
    assert [word.new_url for word in found.values()] == ["https://github.com/new/name/tree/main/src?x=1#use"]


def test_a_renamed_repository_is_reached_by_a_redirect_and_the_token_stays_with_github() -> None:
    keys = Keys("", {"github": "secret"})
    with services() as network:
        network.get(API, status=301, headers={"location": "https://api.github.com/repositories/7"})
        network.get("https://api.github.com/repositories/7", json={"full_name": "new/name"})
        word = Consultation(client(), keys).words([GITHUB])[GITHUB]
        assert [call.request.headers["Authorization"] for call in network.calls] == ["Bearer secret"] * 2
    assert (word.state, word.new_url) == (State.RENAMED, "https://github.com/new/name")


def test_one_that_has_had_enough_is_left_alone() -> None:
    with services() as network:
        network.get(API, json={"full_name": "old/name"}, headers={"x-ratelimit-remaining": "0"})
        found = Consultation(client(), Keys()).words([GITHUB, "https://github.com/a/b", "https://github.com/c/d"])
        assert len(network.calls) == 1
    assert [word.state for word in found.values()] == [State.THERE, State.SHUT, State.SHUT]


def test_a_hundred_papers_are_one_question() -> None:
    urls = [f"https://arxiv.org/abs/2309.{number:05}" for number in range(150)]
    with services() as network:
        network.get("https://export.arxiv.org/api/query", body=feed(entry=""))
        found = Consultation(client(), Keys()).words(urls)
        assert len(network.calls) == 2
    assert {word.state for word in found.values()} == {State.ABSENT}


def checked(
    network: responses.RequestsMock, *urls: str, dois: dict[str, str] | None = None, ledger: Ledger | None = None
) -> list[tuple[str, str, str | None]]:
    plan = Plan(TODAY, retries=(), workers=8)
    found = check_links(urls, client, Ledger(None) if ledger is None else ledger, plan, dois=dois)
    return [(each.verdict.value, each.reason, each.new_url) for each in found.values()]


def test_a_check_believes_the_register_and_asks_no_page() -> None:
    with services() as network:
        network.get(API, json={"full_name": "new/name"})
        network.get("https://api.github.com/repos/a/b", json={"full_name": "a/b", "archived": True})
        network.get(HANDLE, status=404, json={"responseCode": 100})
        network.get(QUERY, body=feed(comment="Withdrawn by the authors"))
        assert checked(network, GITHUB, "https://github.com/a/b#readme", DOI, ARXIV) == [
            ("moved", "renamed", "https://github.com/new/name"),
            ("archived-upstream", "repository-archived", None),
            ("gone", "not-registered", None),
            ("archived-upstream", "paper-withdrawn", None),
        ]
        assert len(network.calls) == 4


def test_without_a_word_the_page_is_asked() -> None:
    with services() as network:
        network.get(API, status=403, headers=LIMIT, json={"message": "API rate limit exceeded"})
        network.head(GITHUB)
        network.head("https://github.com/old/name/issues/7")
        assert checked(network, GITHUB, "https://github.com/old/name/issues/7") == [("ok", "answered", None)] * 2


PUBLISHER = "https://publisher.example/article/7"


@pytest.mark.parametrize(
    ("url", "dois"),
    [(PUBLISHER, {PUBLISHER: DOI}), ("https://dl.acm.org/doi/abs/10.1145/3600006", {})],
)
def test_a_publisher_s_wall_says_nothing_against_a_registered_doi(url: str, dois: dict[str, str]) -> None:
    with services() as network:
        network.get(HANDLE, json={"responseCode": 1})
        network.head(url, status=403)
        network.get(url, status=403)
        assert checked(network, url, dois=dois) == [("ok", "registered", None)]
        assert checked(network, url, *dois.values(), dois=dois)[0] == ("ok", "registered", None)


def test_a_wall_before_a_work_that_nobody_registered_stays_one() -> None:
    with services() as network:
        network.get(HANDLE, status=404, json={"responseCode": 100})
        network.head(PUBLISHER, status=403)
        network.get(PUBLISHER, status=403)
        assert checked(network, PUBLISHER, dois={PUBLISHER: DOI}) == [("blocked", "forbidden", None)]


def test_a_dead_doi_is_told_though_the_landing_page_lives() -> None:
    with services() as network:
        network.get(HANDLE, status=404, json={"responseCode": 100})
        network.head(PUBLISHER)
        assert checked(network, PUBLISHER, DOI, dois={PUBLISHER: DOI}) == [
            ("ok", "answered", None),
            ("gone", "not-registered", None),
        ]


def test_what_was_alive_is_gone_only_after_three_days() -> None:
    ledger = Ledger(None)
    with services() as network:
        network.get(HANDLE, json={"responseCode": 1})
        checked(network, DOI, ledger=ledger)
    later = Plan(TODAY + datetime.timedelta(days=3), retries=(), workers=1)
    with services() as network:
        network.get(HANDLE, status=404, json={"responseCode": 100})
        found = check_links([DOI], client, ledger, later)[DOI]
    assert (found.verdict.value, found.reason) == ("unknown", "not-registered")


def test_an_authority_that_never_answers_is_left_after_a_few_times() -> None:
    urls = [f"https://github.com/a/r{number}" for number in range(20)]
    with services() as network:
        consultation = Consultation(client(), Keys())
        assert {word.state for word in consultation.words(urls).values()} == {State.SILENT, State.SHUT}
        assert len(network.calls) <= 5
