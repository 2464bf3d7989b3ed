"""How the real sources ask: as their services want it, proven by a clock that only moves when somebody waits."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import formatdate
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pydantic import TypeAdapter

from readinglist import __version__
from readinglist.metadata.fetching import Fetching
from readinglist.metadata.gathering import all_sources, gather, prepare
from readinglist.metadata.outcome import Known, RateLimited
from readinglist.metadata.setup import agent_of, keys_of
from readinglist.metadata.subject import Kind, Subject
from readinglist.reading_list import ReadingList
from readinglist.settings import Settings
from readinglist.sources._source import Keys
from readinglist.web.messages import Answer, Question
from tests.metadata.fakes import Clock, Web, desk

SOURCES = {source.name: source for source in all_sources()}
A_SUBJECT: Mapping[Kind, str] = {
    "doi": "10.5281/zenodo.57081",
    "arxiv": "2211.05102",
    "isbn": "9780262033848",
    "pmid": "31243368",
    "pmcid": "PMC6600000",
    "github": "jax-ml/scaling-book",
    "openreview": "zqzsZ5cXbB",
    "acl": "2020.acl-main.1",
    "youtube": "8sDg-lD1fZQ",
    "huggingface": "spaces/nanotron/ultrascale-playbook",
    "swhid": "swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505",
    "dblp": "conf/sosp/KwonLZ0ZY0ZS23",
    "url": "https://proceedings.mlr.press/v139/touvron21a.html",
    "words": "attention is all you need vaswani",
}
FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/{0}v1</id><title>Title {0}</title>
<published>2022-11-09T00:00:00Z</published><author><name>Jane Doe</name></author></entry></feed>"""


def questions(keys: Keys | None = None) -> list[tuple[str, Question]]:
    subjects = [(source, Subject(kind, A_SUBJECT[kind])) for source in SOURCES.values() for kind in source.kinds]
    asked = [(source.name, source.question(subject, keys or Keys())) for source, subject in subjects]
    return [(name, question) for name, question in asked if question]


def test_every_source_asks_an_encrypted_address_with_bounds_and_at_a_pace() -> None:
    for name, question in questions():
        host = urlsplit(question.url).hostname or ""
        assert question.url.startswith("https://"), name
        assert 0 < question.body_limit <= 10_000_000, name
        assert (
            host in SOURCES[name].paces
            or "url" in SOURCES[name].kinds
            or host.endswith((".githubusercontent.com", "doi.org"))
        ), (name, host)


def test_who_asks_is_told_only_where_it_is_configured() -> None:
    assert not any("mailto" in question.url or "email" in question.url for _, question in questions())
    told = {
        name
        for name, question in questions(Keys("me@example.org"))
        if "me%40example.org" in question.url or "me@example.org" in question.url
    }
    assert {"crossref", "pubmed"} <= told


@pytest.mark.parametrize(
    ("check", "fetch", "told"),
    [
        ("", "", ""),
        ("", "me@example.org", " (mailto:me@example.org)"),
        ("https://example.org/us", "me@example.org", " (+https://example.org/us; mailto:me@example.org)"),
        ("other@example.org", "me@example.org", " (mailto:me@example.org)"),
        ("https://example.org/us", "", " (+https://example.org/us)"),
        ("", "me@example.org)\r\nX-Evil: 1", " (mailto:me@example.orgX-Evil:1)"),
    ],
)
def test_services_are_told_the_program_and_whom_to_reach(check: str, fetch: str, told: str) -> None:
    settings = TypeAdapter(Settings).validate_python({"check": {"contact": check}, "fetch": {"contact": fetch}})
    assert agent_of(settings) == f"readinglist/{__version__}{told}"


def test_a_key_goes_to_its_own_service_alone() -> None:
    for name, source in SOURCES.items():
        if source.variable:
            for asked, question in questions(Keys("", {name: "s3cr3t"})):
                carries = "s3cr3t" in question.url or "s3cr3t" in str(dict(question.headers))
                assert not carries or asked == name, (name, asked)


def test_keys_come_from_the_environment_and_a_blank_one_is_none() -> None:
    environment = {"GITHUB_TOKEN": " ghp_x\n", "OPENALEX_API_KEY": " \n"}
    keys = keys_of(Settings(), tuple(SOURCES.values()), environment)
    assert keys.by_source.get("github") == "ghp_x"
    assert "openalex" not in keys.by_source


def test_arxiv_is_asked_once_in_three_seconds_also_over_runs(tmp_path: Path) -> None:
    web = Web(Clock())
    web.pages = {
        f"https://export.arxiv.org/api/query?id_list=2211.0000{n}&max_results=1": Answer(
            "", 200, {}, FEED.format(f"2211.0000{n}").encode()
        )
        for n in range(4)
    }
    for number in range(4):
        desk(web, tmp_path).consult(SOURCES["arxiv"], Subject("arxiv", f"2211.0000{number}"))
    assert web.times == [0, 3, 6, 9]


def every_paper(question: Question) -> Answer:
    """Answer as arXiv does to a question about any number of papers."""
    numbers = question.url.partition("id_list=")[2].partition("&")[0].split(",")
    entries = "".join(
        FEED.format(each.partition("v")[0]).partition("<entry>")[2].rpartition("</feed>")[0].join(["<entry>", ""])
        for each in numbers
    )
    return Answer(question.url, 200, {}, f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode())


def test_hundreds_of_papers_on_arxiv_are_a_few_questions(tmp_path: Path) -> None:
    web = Web(Clock(), otherwise=every_paper)
    subjects = [Subject("arxiv", f"2211.{number:05}") for number in range(250)]
    counter = desk(web, tmp_path)
    prepare(counter, SOURCES.values(), subjects)
    assert (len(web.heard), web.times) == (3, [0, 3, 6])
    known = [gather(counter, [subject], (SOURCES["arxiv"],)).title() for subject in subjects]
    assert known[0] == "Title 2211.00000" and all(known)
    assert len(web.heard) == 3


FIFTY = ("arxiv: '2211.{:05}'", "DOI: 10.48550/arXiv.2211.{:05}", "URL: https://arxiv.org/abs/2211.{:05}v2")


def test_fetching_for_a_list_of_fifty_preprints_is_one_question_and_no_wait(tmp_path: Path) -> None:
    entries = (f"- id: p{number}\n  title: T\n  {FIFTY[number % 3].format(number)}\n" for number in range(50))
    (tmp_path / "catalog.yaml").write_text("version: 1\nreferences:\n" + "".join(entries), "utf-8")
    where = ReadingList.open(tmp_path)
    web = Web(Clock(), otherwise=every_paper)

    for _ in "again":
        fetching = Fetching(where, desk(web, tmp_path / "cache"))
        found = [each.record.fields["title"] for each in fetching.fetch(where.read(), where.read())]

    assert web.times == [0]
    assert len(web.urls[0].partition("id_list=")[2].split(",")) == 50
    assert found == [f"Title 2211.{number:05}" for number in range(50)]


def test_when_the_quota_of_github_is_used_up_nobody_asks_before_it_is_renewed(tmp_path: Path) -> None:
    clock = Clock()
    headers = {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": str(int(clock.time) + 1800),
        "date": formatdate(clock.time, usegmt=True),
    }
    web = Web(clock)
    url = "https://api.github.com/repos/jax-ml/scaling-book"
    web.pages[url] = Answer(url, 403, headers, b'{"message": "API rate limit exceeded"}')
    subject = Subject("github", "jax-ml/scaling-book")
    first = desk(web, tmp_path).consult(SOURCES["github"], subject)
    assert first and isinstance(first.outcome, RateLimited)
    clock.time += 900
    second = desk(web, tmp_path).consult(SOURCES["github"], subject)
    assert second and isinstance(second.outcome, RateLimited)
    assert web.urls == [url]
    clock.time += 1000
    web.pages[url] = Answer(url, 200, {}, b'{"full_name": "jax-ml/scaling-book", "name": "scaling-book"}')
    third = desk(web, tmp_path).consult(SOURCES["github"], subject)
    assert third and isinstance(third.outcome, Known)


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_no_source_raises_whatever_comes_back(name: str) -> None:
    source = SOURCES[name]
    for kind in source.kinds:
        subject = Subject(kind, A_SUBJECT[kind])
        for body in (
            b"",
            b"{}",
            b"[]",
            b"null",
            b"<html>",
            b"<feed/>",
            b"\xff\xfe\x00",
            b'{"message": [{"title": 7}]}',
        ):
            for status in (200, 304, 404, 429, 500):
                source.read(subject, Answer("https://a.example/", status, {}, body))
