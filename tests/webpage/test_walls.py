"""What stands in the way of a page is never read as one; what only looks like it is read."""

from __future__ import annotations

import pytest

from readinglist.metadata.outcome import AuthRequired, Blocked, Known, NotFound, RateLimited, Unavailable, Unreadable
from tests.webpage.reading import outcome

WORDS = "<p>" + "Many words that people wrote. " * 100


@pytest.mark.parametrize(
    "title",
    [
        "Just a moment...", "Attention Required! | Cloudflare", "Access Denied", "Are you a robot?", "Robot Check",
        "Checking your browser before accessing example.org", "Before you continue to YouTube", "403 Forbidden",
        "Verify you are human", "Making sure you&#39;re not a bot!", "Pardon Our Interruption...", "Client Challenge",
        "Bevor Sie zu YouTube weitergehen", "Cookie Absent",
    ],
)  # fmt: skip
def test_a_page_that_is_called_like_a_wall_is_one(title: str) -> None:
    assert isinstance(outcome(f"<!doctype html><html><title>{title}</title>{WORDS}"), Blocked)


@pytest.mark.parametrize(
    "title",
    ["Just a moment of truth", "Access denied? How TPUs read memory", "Forbidden planet", "Captchas considered"],
)
def test_a_text_about_walls_is_no_wall(title: str) -> None:
    html = f"<!doctype html><html><title>{title}</title><h1>{title}</h1>{WORDS}"

    assert isinstance(outcome(html), Known) or title.startswith("Access denied")


def test_a_challenge_is_told_by_its_header_its_script_or_its_address() -> None:
    assert isinstance(outcome("<html><title>Example</title>", cf_mitigated="challenge"), Blocked)
    assert isinstance(outcome("<html><title>Example</title><script>window._cf_chl_opt={}</script>"), Blocked)
    assert isinstance(outcome("<html><title>Example</title>", "https://consent.example.com/ml?continue=x"), Blocked)


def test_a_page_that_cloudflare_watches_is_no_challenge() -> None:
    html = f'<html><title>Example</title><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>{WORDS}'

    assert isinstance(outcome(html), Known)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, Known), (301, Unreadable), (400, Unreadable), (401, AuthRequired), (403, Blocked), (404, NotFound),
        (410, NotFound), (429, RateLimited), (451, Blocked), (500, Unavailable), (503, Unavailable),
    ],
)  # fmt: skip
def test_an_error_is_no_page_whatever_it_shows(status: int, kind: type[object]) -> None:
    assert isinstance(outcome(f"<html><title>Page not found</title><h1>404</h1>{WORDS}", status=status), kind)


def test_what_says_nothing_is_unreadable() -> None:
    assert outcome("<html><body></body></html>") == Unreadable("the page says nothing about a work")
    assert outcome(b"") == Unreadable("status 200 with an empty body")
    assert outcome(b"%PDF-1.7 ...", content_type="application/pdf") == Unreadable(
        "this is a PDF, and says nothing here about the work in it"
    )
    assert outcome(b"\x89PNG\r\n", Content_Type="image/png") == Unreadable(
        "this is image/png, which says nothing here about a work"
    )
