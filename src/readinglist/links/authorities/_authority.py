"""The shape of an authority: pure functions around one exchange, so that a recorded answer is its whole test."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from readinglist.registry import discover

if TYPE_CHECKING:
    from readinglist.sources._json import Node
    from readinglist.sources._source import Keys
    from readinglist.web.messages import Answer, Question
    from readinglist.web.pacing import Pace


class State(enum.Enum):
    """What an authority knows of something."""

    THERE = "there"
    RENAMED = "renamed"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"
    ABSENT = "absent"
    SILENT = "silent"
    """It says nothing that proves anything: a wall, an outage, an answer that cannot be read."""
    SHUT = "shut"
    """It answers nobody of us for now, so it is not asked again in this run."""


class Word(NamedTuple):
    """What an authority said."""

    state: State
    detail: str = ""
    new_url: str | None = None
    """Where it is now, where that is elsewhere."""
    last: bool = False
    """Whether the authority will not answer another question for now."""


@dataclass(frozen=True, slots=True)
class Authority:
    """One register.

    `name_of` returns under which name the register knows what an address is about, or None; `is_whole` tells whether
    the address is of all of that, and not of a part of which the register knows nothing.
    """

    name: str
    sign: str
    """What each of its addresses holds, in small letters: most addresses are seen at once to be none of its own."""
    name_of: Callable[[str], str | None]
    is_whole: Callable[[str], bool]
    question: Callable[[Sequence[str], Keys], Question]
    """About one name, or as many as `together` says."""
    read: Callable[[str, str, Answer], Word]
    """Given the address, its name, and the answer."""
    together: int = 1
    paces: Mapping[str, Pace] = field(default_factory=dict)
    variable: str = ""
    """The variable of the environment that holds a key for it, if it takes one."""


@cache
def all_authorities() -> tuple[Authority, ...]:
    """Return every authority."""
    return tuple(discover(__package__, Authority).values())


def authority_for(url: str) -> tuple[Authority, str] | None:
    """Return who knows what an address is about, and under which name."""
    small = url.lower()
    likely = (each for each in all_authorities() if each.sign in small)
    return next(((each, name) for each in likely if (name := each.name_of(url))), None)


def word_of(answer: Answer) -> Word | None:
    """Return what an answer means that is no record: only "not found" says that something is not there."""
    from readinglist.metadata.outcome import NotFound, RateLimited  # what reads answers is loaded where there is one
    from readinglist.sources._answers import failure_of

    match failure_of(answer):
        case None:
            return None
        case NotFound(detail):
            return Word(State.ABSENT, detail)
        case RateLimited(detail):
            return Word(State.SHUT, detail, last=True)
        case failure:
            return Word(State.SILENT, failure.detail)


def record_of(answer: Answer) -> Node | None:
    """Return the record in an answer; None where it is no JSON."""
    from readinglist.sources._answers import json_of

    return json_of(answer)
