"""Damaged, endless and malicious pages: an answer in any case, and nothing that a catalog would refuse."""

from __future__ import annotations

import os
import random
import re

import pytest

from readinglist.catalog_file.read import read_fields
from readinglist.metadata.outcome import Known
from readinglist.webpage.maintext import main_text
from readinglist.webpage.read import read_page
from tests.support.corpus import CORPUS

SOAK = bool(os.environ.get("READINGLIST_SOAK"))
_SMUGGLED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
URL = "https://notes.example.org/2024/on-memory"
PIECES = [
    b"<", b">", b'"', b"'", b"&", b"&#0;", b"&#x202e;", b"\x1b]8;;x\x07", b"\x00", b"\xff\xfe",
    b"\xed\xa0\x80", b"]]>", b"<!--", b"-->", b"</script>", b"<script type=application/ld+json>", b"{", b"}", b"[",
    b",", b"\\", b"\n::error::x\n", b"<title>", b"<h1>", b"<time datetime=2024-13-45>", b"99999999999999999999",
    b"null", b'"@graph":', b'"@id":"#me"', b"@misc{a,title={", b'<meta name="citation_author" content="', b"<svg>",
    b"<template>", b"<base href=//[>", b"http://[::1", b"2024-02-30",
]  # fmt: skip
RICH = b"""<!doctype html><html lang="en"><head><title>On memory | Notes</title>
<link rel="canonical" href="/2024/on-memory"><meta property="og:title" content="On memory">
<meta property="article:published_time" content="2024-03-01"><meta name="citation_title" content="On memory">
<meta name="citation_author" content="Kwon, Woosuk"><meta name="dc.date" content="2024">
<meta name="parsely-page" content='{"title": "On memory"}'>
<script type="application/ld+json">{"@graph": [{"@type": "Person", "@id": "#me", "name": "Woosuk Kwon"},
{"@type": "BlogPosting", "headline": "On memory", "author": {"@id": "#me"}, "datePublished": "2024-03-01"}]}</script>
</head><body><h1>On memory</h1><span class="author">by <a rel="author" href="/author/kwon/">Woosuk Kwon</a></span>
<time datetime="2024-03-01">March 1, 2024</time><p itemprop="author">Woosuk Kwon</p>
<dl class="field-list"><dt>Author</dt><dd>Woosuk Kwon</dd></dl>
<d-front-matter><script type="text/json">{"title": "On memory"}</script></d-front-matter>
<pre>@misc{kwon, title={On Memory}, author={Kwon, Woosuk}, year={2024}}</pre></body></html>"""


def sources() -> list[bytes]:
    pages = sorted((CORPUS / "metadata" / "data").rglob("*.*")) if CORPUS.exists() and SOAK else []
    return [RICH, *(page.read_bytes()[:30_000] for page in pages if page.is_file())]


def mutated(body: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 8)):
        at, end = sorted(chance.randint(0, len(body)) for _ in range(2))
        end = min(end, at + chance.choice([0, 1, 3, 40, 400]))
        body = body[:at] + chance.choice([b"", *PIECES, body[end : end + 30]]) + body[end:]
    return body[: chance.randint(0, len(body))] if chance.random() < 0.1 else body


def test_a_damaged_page_breaks_nothing() -> None:
    chance, pages = random.Random(7), sources()
    for number in range(10_000 if SOAK else 300):
        body = mutated(pages[number % len(pages)], chance)
        found = read_page(body, {"content-type": chance.choice(["", "text/html", "text/html; charset=x"])}, URL)
        if isinstance(found, Known):
            fields = {claim.field: claim.value for claim in found.claims}
            assert read_fields({"id": "x", **fields}), fields
            assert not any(_SMUGGLED.search(each) for each in _texts(fields)), fields
        main_text(body, {}, URL)


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [str(value)]


@pytest.mark.parametrize(
    "piece",
    [
        "<a ", "<div>", "<h1>", "<b><i>", '<a b="', "<!--", "&", "<title>", "<dt>", "<script>", "\x00",
        '<meta name="citation_author" content="A B">', "<span class=author>By A B, ", "<time>2024-01-01</time>",
        '<p class="comment">', "<dl class=field-list><dt>Author<dd>A", "<pre>@misc{", '<a href="/author/x/">A B</a>',
        "<p itemprop=author itemscope>",
    ],
)  # fmt: skip
def test_an_endless_page_has_an_end(piece: str) -> None:
    body = ("<html><h1>On memory</h1>" + piece * (120_000 // len(piece))).encode()

    assert read_page(body, {"content-type": "text/html"}, URL)
    assert main_text(body, {}, URL)


@pytest.mark.parametrize(
    "script", ["[" * 60_000, "/*" * 30_000, '"\\' * 30_000, '{"@graph":[' * 5_000, '{"author":' * 10_000, "," * 60_000]
)
def test_endless_json_has_an_end(script: str) -> None:
    body = f'<html><h1>On memory</h1><script type="application/ld+json">{script}</script>'.encode()

    assert read_page(body, {"content-type": "text/html"}, URL)


def test_what_a_page_smuggles_in_does_not_come_out() -> None:
    title = "On \x1b[31mmemory\x07 \u202ereversed\u2066 <script>alert(1)</script>&lt;b&gt; ::error:: \\input{x} %0A"
    found = read_page(f"<html><title>{title}</title>".encode(), {"content-type": "text/html; charset=utf-8"}, URL)

    assert isinstance(found, Known)
    value = next(claim.value for claim in found.claims if claim.field == "title")
    assert not _SMUGGLED.search(value) and value.startswith("On [31mmemory reversed")


def test_a_work_that_is_its_own_author_ends() -> None:
    circle = '{"@graph":[{"@id":"a","@type":"Article","headline":"X","author":{"@id":"a"},"isPartOf":{"@id":"a"}}]}'
    body = f'<html><script type="application/ld+json">{circle}</script>'.encode()

    assert isinstance(read_page(body, {"content-type": "text/html"}, URL), Known)
