"""What an answer proves: a pure table from what came back to a verdict with its reason."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from readinglist.web.messages import Answer, Hop, Outcome, Silence, Trouble


class Verdict(enum.Enum):
    """How a link is; "we cannot know" is a verdict too, and never `gone`."""

    OK = "ok"
    MOVED = "moved"
    REDIRECTED = "redirected"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"
    SOFT_404 = "soft-404"
    PARKED = "parked"
    DRIFTED = "drifted"
    ARCHIVED_UPSTREAM = "archived-upstream"
    GONE = "gone"

    @property
    def alive(self) -> bool:
        """Whether the page was seen to be there."""
        return self in _ALIVE


_ALIVE = (Verdict.OK, Verdict.MOVED, Verdict.REDIRECTED, Verdict.ARCHIVED_UPSTREAM)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, the code of its reason, and the evidence."""

    verdict: Verdict
    reason: str
    detail: str = ""
    status: int | None = None
    final_url: str | None = None
    new_url: str | None = None
    """Where permanent redirects say that it lives now."""
    chain: tuple[Hop, ...] = ()
    since: str | None = None
    """The day since which it fails, or was last seen alive, where somebody remembers."""
    remembered: bool = False
    """Whether this comes from the ledger and nobody was asked."""


def judge(asked: str, outcome: Outcome) -> Judgement:
    """Return what an outcome proves about the address that was asked; silence proves nothing."""
    if isinstance(outcome, Silence):
        return _judge_silence(outcome)
    verdict, reason = _judge_status(outcome)
    if verdict is Verdict.OK and outcome.chain and outcome.url != outcome.chain[0].url:
        return _judge_redirects(asked, outcome)
    detail = f"answers {outcome.status}" if not verdict.alive else ""
    return Judgement(verdict, reason, detail, outcome.status, outcome.url, chain=outcome.chain)


def may_pass(judgement: Judgement) -> bool:
    """Return whether asking again soon may give another answer."""
    return judgement.reason in _MAY_PASS


def _judge_silence(silence: Silence) -> Judgement:
    verdict, reason = _SILENCES[silence.trouble]
    status = silence.chain[-1].status if silence.chain else None
    return Judgement(verdict, reason, silence.detail, status, silence.url, chain=silence.chain)


def _judge_status(answer: Answer) -> tuple[Verdict, str]:
    status = answer.status
    if known := _STATUSES.get(status):
        return known
    if 200 <= status < 300:
        return Verdict.OK, "answered"
    if status in _WALLED and has_wall(answer):
        return Verdict.BLOCKED, "bot-wall"
    if 500 <= status < 600:
        return Verdict.UNREACHABLE, "server-error"
    if 300 <= status < 400:
        return Verdict.UNREACHABLE, "bad-redirect"
    if 400 <= status < 500:
        return Verdict.UNKNOWN, "odd-status"
    return Verdict.UNREACHABLE, "odd-status"


def _judge_redirects(asked: str, answer: Answer) -> Judgement:
    """Return `moved` with the address that the permanent redirects at the beginning lead to, else `redirected`."""
    chain, fragment = answer.chain, asked.partition("#")[2]
    permanent = 0
    while permanent < len(chain) - 1 and chain[permanent].status in {301, 308}:
        permanent += 1
    if not permanent:
        return Judgement(Verdict.REDIRECTED, "redirected", "", answer.status, answer.url, chain=chain)
    new = chain[permanent].url + (f"#{fragment}" if fragment else "")
    if new == asked:
        return Judgement(Verdict.OK, "answered", "", answer.status, answer.url, chain=chain)
    return Judgement(Verdict.MOVED, "moved", f"moved to {new}", answer.status, answer.url, new, chain)


def has_wall(answer: Answer) -> bool:
    """Return whether the answer is that of a wall against robots, by its headers or its title."""
    headers = answer.headers
    if any(name in headers for name in ("cf-mitigated", "x-datadome", "x-amzn-waf-action")):
        return True
    if re.match(r"cloudflare|akamaighost|sucuri|ddos-guard|imperva", headers.get("server", ""), re.IGNORECASE):
        return True
    return bool(_CHALLENGE.search(answer.body[:20_000]))


_CHALLENGE = re.compile(
    rb"<title>[^<]{0,80}(?:just a moment|attention required|ddos-guard|access denied|are you (?:a )?human|"
    rb"making sure you&#39;re not a bot|making sure you're not a bot|security check|captcha|robot check)",
    re.IGNORECASE,
)

_WALLED = {405, 406, 418, 503, *range(520, 531)}

_STATUSES: dict[int, tuple[Verdict, str]] = {
    300: (Verdict.OK, "answered"),
    304: (Verdict.OK, "answered"),
    401: (Verdict.BLOCKED, "login-needed"),
    402: (Verdict.BLOCKED, "forbidden"),
    403: (Verdict.BLOCKED, "forbidden"),
    404: (Verdict.GONE, "not-found"),
    407: (Verdict.BLOCKED, "login-needed"),
    408: (Verdict.UNREACHABLE, "timeout"),
    410: (Verdict.GONE, "not-found"),
    425: (Verdict.UNREACHABLE, "server-error"),
    429: (Verdict.BLOCKED, "rate-limited"),
    451: (Verdict.BLOCKED, "legal"),
    999: (Verdict.BLOCKED, "bot-wall"),
}

_SILENCES: dict[Trouble, tuple[Verdict, str]] = {
    Trouble.BAD_ADDRESS: (Verdict.GONE, "malformed-address"),
    Trouble.BAD_SCHEME: (Verdict.GONE, "unsafe-scheme"),
    Trouble.PRIVATE: (Verdict.UNKNOWN, "private-address"),
    Trouble.NO_SUCH_HOST: (Verdict.GONE, "no-such-host"),
    Trouble.DNS: (Verdict.UNREACHABLE, "dns-failure"),
    Trouble.UNROUTABLE: (Verdict.UNREACHABLE, "unroutable"),
    Trouble.REFUSED: (Verdict.UNREACHABLE, "refused"),
    Trouble.TIMEOUT: (Verdict.UNREACHABLE, "timeout"),
    Trouble.RESET: (Verdict.UNREACHABLE, "reset"),
    Trouble.TLS_EXPIRED: (Verdict.UNREACHABLE, "tls-expired"),
    Trouble.TLS_UNTRUSTED: (Verdict.UNREACHABLE, "tls-untrusted"),
    Trouble.TLS_WRONG_HOST: (Verdict.UNREACHABLE, "tls-wrong-host"),
    Trouble.TLS_BROKEN: (Verdict.UNREACHABLE, "tls-broken"),
    Trouble.NOT_HTTP: (Verdict.UNREACHABLE, "not-http"),
    Trouble.TOO_LARGE: (Verdict.UNREACHABLE, "not-http"),
    Trouble.TOO_MANY_REDIRECTS: (Verdict.UNREACHABLE, "redirect-loop"),
    Trouble.REDIRECT_LOOP: (Verdict.UNREACHABLE, "redirect-loop"),
    Trouble.BAD_REDIRECT: (Verdict.UNREACHABLE, "bad-redirect"),
    Trouble.HOST_ASKS_TO_WAIT: (Verdict.BLOCKED, "rate-limited"),
    Trouble.INTERNAL: (Verdict.UNKNOWN, "internal-error"),
}

_MAY_PASS = {
    "timeout", "reset", "refused", "server-error", "rate-limited", "dns-failure", "no-such-host", "unroutable",
}  # fmt: skip
