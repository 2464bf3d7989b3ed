"""XML answers: what else they are where they are none."""

from __future__ import annotations

from collections.abc import Callable

from readinglist.metadata.outcome import Outcome, Unreadable
from readinglist.sources._answers import failure_of, is_html
from readinglist.sources._xml import Tag, tree
from readinglist.web.messages import Answer


def from_xml(answer: Answer, read: Callable[[Tag], Outcome]) -> Outcome:
    """Read an XML answer."""
    if failure := failure_of(answer):
        return failure
    if is_html(answer):
        return Unreadable("a page for people instead of XML")
    try:
        root = tree(answer.body)
    except ValueError as error:
        cut = "" if answer.complete else " (it was cut off)"
        return Unreadable(f"this is no XML{cut}: {str(error)[:120]}")
    return read(root)
