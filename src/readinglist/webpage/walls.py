"""Pages that stand before other pages: challenges, refusals, questions for consent. None of them is metadata."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TITLES = (
    r"just a moment\W*",
    r"un instant\W*",
    r"attention required!?.*",
    r"access (?:to this page )?(?:has been |is )?denied.*",
    r"are you (?:a |not a )?(?:robot|human)\??",
    r"verif\w* (?:that )?you are (?:a )?human.*",
    r"(?:security|human|bot|browser|robot) (?:check|verification|challenge)\W*",
    r"checking your browser.*",
    r"ddos-guard",
    r"pardon our interruption.*",
    r"one more step.*",
    r"captcha\b.*",
    r"client challenge",
    r"validate user",
    r"making sure you.{1,8}re not a bot!?",
    r"vercel security checkpoint",
    r"(?:error )?(?:403\W*)?forbidden",
    r"request (?:rejected|blocked)",
    r"(?:sorry, )?you have been blocked.*",
    r"before you continue(?: to .*)?",
    r"bevor sie zu .* weitergehen",
    r"cookies? (?:absent|required|disabled)\b.*",
    r"(?:cookie|privacy|consent) (?:consent|settings|choices)\W*",
)
_TITLED = re.compile("|".join(_TITLES), re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,300})", re.IGNORECASE)
# What only the challenge itself loads; that a page has something of Cloudflare's says nothing.
_MARKS = (
    "cf_chl_opt", "_Incapsula_Resource", "px-captcha", "/_sec/cp_challenge", "captcha-delivery.com",
    'id="challenge-form"', "awsWafCookieDomainList",
)  # fmt: skip
_CONSENT = re.compile(r"//(?:consent|guce)\.|/cookieAbsent|/consent/collect", re.IGNORECASE)
_WORDS = re.compile(r">([^<>]{2,})<")
LOOKED_AT = 100_000
"""How much of a page tells whether it is a wall."""
_LONGEST_WALL = 1500


def wall(text: str, headers: Mapping[str, str], url: str) -> str | None:
    """Return what stands in the way of a page, in words; None where this is the page itself.

    `headers` have their names in small letters.
    """
    head = text[:LOOKED_AT]
    found = _TITLE.search(head)
    title = " ".join(found[1].split()) if found else ""
    if _TITLED.fullmatch(title):
        return f"a page called '{title}' answers in its place"
    if _CONSENT.search(url):
        return "a page that asks for consent answers in its place"
    if headers.get("cf-mitigated") or (any(mark in head for mark in _MARKS) and _has_few_words(head)):
        return "a challenge answers in its place"
    return None


def _has_few_words(text: str) -> bool:
    return sum(len(words) for words in _WORDS.findall(text)) < _LONGEST_WALL
