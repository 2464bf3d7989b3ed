"""Pages that stand before other pages: challenges, refusals, questions for consent. None of them is metadata."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TITLES = re.compile(
    r"just a moment\W*|attention required!?(?: \| cloudflare)?|access (?:to this page )?(?:has been |is )?denied.*|are you a (?:robot|human)\??|"
    r"verify(?:ing)? (?:that )?you are (?:a )?human.*|(?:security|human|bot|browser) (?:check|verification|challenge).*|robot check|"
    r"checking your browser.*|ddos-guard|pardon our interruption.*|one more step.*|please wait.*|redirecting\W*|captcha.*|"
    r"(?:403 )?forbidden|403 - forbidden.*|error 403.*|request (?:rejected|blocked)|you have been blocked.*|"
    r"before you continue(?: to .*)?|(?:cookie )?consent(?: .*)?|cookies? (?:absent|required|disabled).*|client challenge|un instant.*|"
    r"bevor sie zu .* weitergehen|validate user|sorry, you have been blocked|making sure you&?#?x?2?7?;?'?re not a bot!?|vercel security checkpoint",
    re.IGNORECASE,
)
_MARKS = (
    "/cdn-cgi/challenge-platform/h/", "/cdn-cgi/challenge", "cf-challenge", "cf_chl_opt", "_Incapsula_Resource", "px-captcha",
    "/_sec/cp_challenge", "challenges.cloudflare.com", "captcha-delivery.com", "awswaf.com", "id=\"challenge-form\"",
)  # fmt: skip
_CONSENT = re.compile(
    r"//consent\.|[/.]cookieabsent|/cookieAbsent|//guce\.|/consent/collect|set-cookie-consent", re.IGNORECASE
)
_REFUSALS = frozenset({401, 403, 429, 451, 503})
_TITLE = re.compile(r"<title[^>]*>([^<]{0,300})", re.IGNORECASE)
_WORD_OF_TEXT = re.compile(r">([^<>]{2,})<")
_SHORT = 40_000


def wall(text: str, headers: Mapping[str, str], url: str, status: int) -> str | None:
    """Return what stands in the way, in words; None where this is the page itself."""
    if headers.get("cf-mitigated"):
        return "a challenge page answers in its place"
    found = _TITLE.search(text[:100_000])
    title = " ".join((found[1] if found else "").split())
    if _TITLES.fullmatch(title):
        return f"a page called '{title}' answers in its place"
    if _CONSENT.search(url):
        return "a page that asks for consent answers in its place"
    if (len(text) < _SHORT or status in _REFUSALS) and any(mark in text for mark in _MARKS[1:]) and _is_bare(text):
        return "a challenge page answers in its place"
    return None


def _is_bare(text: str) -> bool:
    """Tell whether a page has next to no words of its own."""
    return sum(len(words) for words in _WORD_OF_TEXT.findall(text[:_SHORT])) < 1500
