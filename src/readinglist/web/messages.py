"""What is asked and what comes back: plain values, so that a recorded answer is an answer."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Trouble(enum.Enum):
    """Why no answer came."""

    BAD_ADDRESS = "bad-address"
    BAD_SCHEME = "bad-scheme"
    PRIVATE = "private"
    NO_SUCH_HOST = "no-such-host"
    DNS = "dns"
    UNROUTABLE = "unroutable"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    RESET = "reset"
    TLS_EXPIRED = "tls-expired"
    TLS_UNTRUSTED = "tls-untrusted"
    TLS_WRONG_HOST = "tls-wrong-host"
    TLS_BROKEN = "tls-broken"
    NOT_HTTP = "not-http"
    TOO_LARGE = "too-large"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    REDIRECT_LOOP = "redirect-loop"
    BAD_REDIRECT = "bad-redirect"
    HOST_ASKS_TO_WAIT = "host-asks-to-wait"
    INTERNAL = "internal"


class Hop(NamedTuple):
    """One step of a chain: an address, and the status that it answered with."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask: an address, how, and how much of the body is wanted."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    body_limit: int = 0
    body_types: tuple[str, ...] = ()
    """Of which types the body is wanted; of all, if none is named."""
    error_limit: int = 0
    """How much of the body is wanted where the status is an error."""
    follow: bool = True
    seconds: float | None = None
    afresh: bool = False
    """Over a new connection, and with the name looked up again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back in the end; names of headers are in small letters."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    chain: tuple[Hop, ...] = ()
    """Every address that was asked on the way, the final one last."""
    complete: bool = True
    """Whether `body` is the whole body."""


@dataclass(frozen=True, slots=True)
class Silence:
    """No answer, and why; `url` is the address where the way ended."""

    url: str
    trouble: Trouble
    detail: str = ""
    chain: tuple[Hop, ...] = ()


Outcome = Answer | Silence


class NoAnswer(Exception):
    """Carries the trouble up from the depths of a connection; `Client.ask` makes a `Silence` of it."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(detail or trouble.value)
        self.trouble = trouble
        self.detail = detail
