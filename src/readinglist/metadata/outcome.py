"""What a source's answer amounts to: claims, or one of the reasons why there are none.

An outage is never "not found", and a challenge page is never metadata.
"""

from __future__ import annotations

from dataclasses import dataclass

from readinglist.metadata.claim import Claim


@dataclass(frozen=True, slots=True)
class Known:
    """The source knows the work."""

    claims: tuple[Claim, ...]
    see: tuple[str, ...] = ()
    """Identifiers and addresses, as a person would type them, of records of the same work to ask next."""


@dataclass(frozen=True, slots=True)
class NotFound:
    """The source has no such work."""

    detail: str = ""


@dataclass(frozen=True, slots=True)
class Blocked:
    """A wall stands before the source: a challenge, a consent page, a refusal."""

    detail: str = ""


@dataclass(frozen=True, slots=True)
class RateLimited:
    """The source answers nobody of us for now."""

    detail: str = ""
    seconds: float | None = None
    """After how many seconds it may be asked again, where it says so."""


@dataclass(frozen=True, slots=True)
class AuthRequired:
    """The source wants a key, or another than the one that it was given."""

    detail: str = ""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """The source is out of order, or cannot be reached."""

    detail: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The answer is not what the source should send."""

    detail: str = ""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The answer is about another work."""

    detail: str = ""


Failure = NotFound | Blocked | RateLimited | AuthRequired | Unavailable | Unreadable | Mismatch
Outcome = Known | Failure
