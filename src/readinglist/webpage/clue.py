"""What one place of a page says about one field; several clues that agree make a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readinglist.webpage.page import Page


@dataclass(frozen=True, slots=True)
class Clue:
    """A field as one place of a page states it."""

    field: str
    value: Any
    """Text; of people a list of texts, each a name; of an issue date what `Date.parse` accepts."""
    locator: str
    voice: str
    """Which kind of statement it is; the table in `precedence` says how far each is believed."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of statement, and how it is found in a page; made by `@evidence`."""

    name: str
    find: Callable[[Page], Iterable[Clue]]
    module: str


def evidence(find: Callable[[Page], Iterable[Clue]]) -> Evidence:
    """Make evidence of a function; its name is the evidence's, with dashes."""
    return Evidence(find.__name__.replace("_", "-"), find, find.__module__)
