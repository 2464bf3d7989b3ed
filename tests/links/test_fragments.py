"""Sections of pages."""

from __future__ import annotations

import time

import pytest

from readinglist.links.fragments import has_section

PAGE = b"""<h2 id="one">1</h2><a name='two'></a><p id=three><h2 id="user-content-read-me"></h2>
<h2 id="caf\xc3\xa9">x</h2><h2 id="a&amp;b">y</h2>"""
HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("fragment", "there"),
    [("one", True), ("two", True), ("three", True), ("read-me", True), ("Read-Me", True), ("caf%C3%A9", True),
     ("café", True), ("a%26b", True), ("four", False), ("One", False), ("", None), ("top", None), ("Top", None),
     (":~:text=a", None), ("L10-L20", None), ("/route", None), ("!route", None), ("page=3", None)],
)  # fmt: skip
def test_sections(fragment: str, there: bool | None) -> None:
    assert has_section(fragment, PAGE, HTML, "https://example.org/") is there


def test_only_pages_have_sections() -> None:
    assert has_section("four", b"%PDF", "application/pdf", "https://example.org/") is None


def test_github_makes_its_own() -> None:
    assert has_section("readme", b"<p>", HTML, "https://github.com/a/b") is None
    assert has_section("readme", b"<p>", HTML, "https://example.org/") is False


def test_a_page_that_builds_itself_in_the_browser_is_not_accused() -> None:
    assert has_section("four", b'<div class=x id="root"></div>', HTML, "https://example.org/") is None


@pytest.mark.parametrize("nasty", [b" id=" * 200_000, b' id="' * 200_000, b"<div " * 200_000, b"'" * 800_000])
def test_no_page_takes_long(nasty: bytes) -> None:
    began = time.monotonic()
    has_section("x", nasty, HTML, "https://example.org/")
    assert time.monotonic() - began < 2
