"""Whatever a service answers, it becomes an outcome: never an exception, and never a work where there is none."""

from __future__ import annotations

import json
import time
from email.utils import formatdate

import pytest

from readinglist.metadata.outcome import (
    AuthRequired,
    Blocked,
    Known,
    NotFound,
    Outcome,
    RateLimited,
    Unavailable,
    Unreadable,
)
from readinglist.metadata.subject import Kind, Subject
from readinglist.registry import discover
from readinglist.sources import _documents
from readinglist.sources._source import Keys, Source
from tests.sources.answers import answer, read

VALUES: dict[Kind, str] = {
    "doi": "10.5281/zenodo.7752775",
    "arxiv": "2211.05102",
    "isbn": "9783525560624",
    "pmid": "31243368",
    "pmcid": "PMC6600000",
    "github": "owner/name",
    "openreview": "rJl-b3RcF7",
    "acl": "2020.acl-main.1",
    "youtube": "kCc8FmEb1nY",
    "huggingface": "spaces/owner/name",
    "swhid": "swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d",
    "dblp": "conf/sosp/KwonLZ0ZY0ZS23",
    "url": "https://proceedings.mlr.press/v139/kim21f.html",
    "words": "Attention is all you need Vaswani",
}
EVERY = [
    pytest.param(source, kind, id=f"{name} {kind}")
    for name, source in discover("readinglist.sources", Source).items()
    for kind in source.kinds
    if name != "page"
]
CHALLENGE = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>"


def asked(source: Source, kind: Kind, body: object, status: int = 200, **headers: str) -> Outcome:
    return source.read(Subject(kind, VALUES[kind]), answer(body, status, **headers))


@pytest.mark.parametrize(("source", "kind"), EVERY)
def test_every_source_tells_an_outage_from_a_wall_and_both_from_a_work_that_is_not_there(
    source: Source, kind: Kind
) -> None:
    assert isinstance(asked(source, kind, "not found", 404), NotFound)
    assert isinstance(asked(source, kind, "gone", 410), NotFound)
    assert isinstance(asked(source, kind, "who are you?", 401), AuthRequired)
    assert isinstance(asked(source, kind, "forbidden", 403), Blocked)
    assert isinstance(asked(source, kind, CHALLENGE, 403), Blocked)
    assert isinstance(asked(source, kind, CHALLENGE, 503), Blocked)
    assert isinstance(asked(source, kind, CHALLENGE), Blocked)
    assert isinstance(asked(source, kind, "oops", 500), Unavailable)
    assert isinstance(asked(source, kind, "oops", 503), Unavailable)
    assert asked(source, kind, "slow down", 429, retry_after="7") == RateLimited("status 429: slow down", 7)
    assert isinstance(asked(source, kind, "slow down", 429), RateLimited)
    assert isinstance(asked(source, kind, ""), Unreadable)


@pytest.mark.parametrize(("source", "kind"), EVERY)
@pytest.mark.parametrize(
    "body",
    [
        "<!doctype html><title>Welcome</title><p>Hello",
        '{"message": {"title": ["Cut o',
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Cut o",
        "{}",
        "[]",
        "null",
        "42",
        "[[]]",
        "[" * 100_000,
        '{"a":' * 100_000,
        "<a>" * 100_000,
        "9" * 10_000,
        "\x00\xff\xfe",
        "@article{",
    ],
    ids=lambda body: body[:12],
)
def test_what_no_service_should_send_is_no_work(source: Source, kind: Kind, body: str) -> None:
    assert not isinstance(asked(source, kind, body), Known)


@pytest.mark.parametrize(("source", "kind"), EVERY)
def test_every_source_asks_over_http_and_only_by_get(source: Source, kind: Kind) -> None:
    question = source.question(Subject(kind, VALUES[kind]), Keys())

    if question is not None:
        assert question.url.startswith(("https://", "http://lx2.loc.gov:210/"))
        assert (question.method, " " in question.url) == ("GET", False)
        assert question.body_limit > 0


def test_a_spent_quota_is_told_with_the_seconds_until_the_next_one() -> None:
    now = time.time()
    headers = {"x_ratelimit_remaining": "0", "x_ratelimit_reset": str(int(now) + 600), "date": formatdate(now)}

    outcome = read("github", "github", "owner/name", {"message": "API rate limit exceeded"}, 403, **headers)

    assert isinstance(outcome, RateLimited)
    assert outcome.seconds == pytest.approx(600, abs=2)


def test_a_moment_to_come_back_counts_from_the_moment_of_the_answer() -> None:
    later, now = formatdate(1_700_000_090), formatdate(1_700_000_000)

    outcome = read("crossref", "doi", "10.1000/1", "busy", 503, retry_after=later, date=now)

    assert outcome == RateLimited("status 503: busy", 90)


def test_a_refusal_that_speaks_of_a_limit_is_one() -> None:
    quota = {"error": {"code": 403, "message": "Quota exceeded", "errors": [{"reason": "dailyLimitExceeded"}]}}

    assert isinstance(read("google-books", "isbn", VALUES["isbn"], quota, 403), RateLimited)


BOMB = """<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]>"""
ENTRY = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2211.05102v1</id>
<title>Before {} after</title></entry></feed>"""


@pytest.mark.parametrize(
    ("head", "entity"),
    [
        (BOMB, "&e;"),
        ('<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"),
        ('<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY e SYSTEM "http://127.0.0.1:9/">]>', "&e;"),
    ],
    ids=["a bomb", "a file", "a server"],
)
def test_entities_of_xml_are_inert(head: str, entity: str) -> None:
    outcome = read("arxiv", "arxiv", "2211.05102", head + ENTRY.format(entity))

    assert isinstance(outcome, Known)
    assert {claim.value for claim in outcome.claims if claim.field == "title"} == {"Before after"}


def test_a_document_type_of_elsewhere_is_not_fetched() -> None:
    head = '<?xml version="1.0"?><!DOCTYPE feed SYSTEM "http://127.0.0.1:9/feed.dtd">'

    assert isinstance(read("arxiv", "arxiv", "2211.05102", head + ENTRY.format("and")), Known)


def test_what_acts_in_a_terminal_does_not_come_through() -> None:
    body = {"message": {"DOI": "10.1000/1", "title": ["A\x1b]0;x\x07 \u202eB\x00 \ud800C\nD"]}}

    outcome = read("crossref", "doi", "10.1000/1", json.dumps(body))

    assert isinstance(outcome, Known)
    assert [claim.value for claim in outcome.claims if claim.field == "title"] == ["A]0;x B C D"]


@pytest.mark.parametrize("sign", ["<!--", "<a ", "&lt;", "<jats:p", "(", "[", "{", "`", "\\", "$"])
def test_ten_times_as_much_nonsense_takes_no_more_than_ten_times_as_long(sign: str) -> None:
    def spent(length: int) -> float:
        text = sign * (length // len(sign))
        body = {"message": {"DOI": "10.1000/1", "title": [text], "abstract": text}}
        before = time.process_time()
        read("crossref", "doi", "10.1000/1", body)
        _documents.read(answer(text), "document")
        return time.process_time() - before

    assert spent(60_000) < 20 * max(spent(6_000), 0.01)
