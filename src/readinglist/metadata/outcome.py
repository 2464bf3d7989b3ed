"""What a source's answer amounts to: claims, or one of the reasons why there are none.

An outage is never "not found", and a challenge page is never metadata.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readinglist.metadata.claim import Claim


@dataclass(frozen=True, slots=True)
class Known:
    """The source knows the work."""

    claims: tuple[Claim, ...]
    see: tuple[str, ...] = ()
    """Identifiers and addresses, as a person would type them, of records of the same work to ask next."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there are no claims; the classes below say what kind of reason it is."""

    detail: str = ""


class NotFound(Failure):
    """The source has no such work."""

    __slots__ = ()


class Blocked(Failure):
    """A wall stands before the source: a challenge, a consent page, a refusal."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class RateLimited(Failure):
    """The source answers nobody of us for now."""

    seconds: float | None = None
    """After how many seconds it may be asked again, where it says so."""


class AuthRequired(Failure):
    """The source wants a key, or another than the one that it was given."""

    __slots__ = ()


class Unavailable(Failure):
    """The source is out of order, or cannot be reached."""

    __slots__ = ()


class Unreadable(Failure):
    """The answer is not what the source should send."""

    __slots__ = ()


class Mismatch(Failure):
    """The answer is about another work."""

    __slots__ = ()


Outcome = Known | Failure
