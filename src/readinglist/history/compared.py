"""Two states of a list side by side: editions, commits, or what lies in the folder now."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.errors import CannotRead
from readinglist.history.differences import differences
from readinglist.history.editions import edition
from readinglist.history.git import commit_of
from readinglist.history.log import Step
from readinglist.history.states import catalog_of, state_at
from readinglist.model.catalog import Catalog
from readinglist.reading_list import ReadingList


def compared(where: ReadingList, states: str) -> Iterator[Step]:
    """Yield the one step from a state to another, `first..second`; nothing, where they are equal."""
    before, dots, after = states.partition("..")
    if not dots or not before:
        raise CannotRead(f"'{states}' names no two states; write FROM..TO, such as first..second or v1..")
    present = where.read()
    found = differences(_state(where, before, present), _state(where, after, present))
    if found:
        yield Step("", "", f"{before}..{after}", found)


def _state(where: ReadingList, name: str, present: Catalog) -> Catalog:
    if not name:
        return present
    if name in present.editions:
        return edition(where, name, present)
    try:
        return catalog_of(where, state_at(where, commit_of(where.config.root, name)))
    except CannotRead as error:
        known = ", ".join(present.editions) or "none"
        raise CannotRead(f"'{name}' is no edition (there is {known}) and no commit: {error}") from error
