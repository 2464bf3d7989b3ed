"""Whether a page is still the one that was seen first, or was taken for the right one by a person since."""

from __future__ import annotations

import re

from readinglist.ledger.record import Record
from readinglist.links.truth.hint import Hint
from readinglist.links.truth.landing import is_deep
from readinglist.links.truth.parts import parts_of
from readinglist.links.truth.seen import Seen
from readinglist.links.truth.sketch import ANOTHER, REWRITTEN, share_left
from readinglist.links.verdict import Verdict

_MANY_TIMES = 3


def drift(seen: Seen, known: Record | None) -> Hint | None:
    """Return that a page is another one now, or was rewritten; home pages change, and are never accused."""
    if known is None:
        return None
    asked = parts_of(seen.asked)
    if not is_deep(asked.path, asked.query):
        return None
    if known.sketch:
        return _by_sketch(seen, known.sketch, known.title or "")
    return _by_title(seen, known)


def _by_sketch(seen: Seen, before: str, title: str) -> Hint | None:
    """Judge by the text; pages of one site share words, so where little is left another title decides."""
    left = share_left(before, seen.words)
    if left is None or left >= REWRITTEN:
        return None
    told = f"{left:.0%} of the text is what it was"
    if left < ANOTHER or is_another_title(title, seen.title):
        return Hint(Verdict.DRIFTED, "another-page", told, certain=True)
    return Hint(Verdict.OK, "rewritten", told, certain=True)


def _by_title(seen: Seen, known: Record) -> Hint | None:
    """Judge a page that was too short for a sketch: another title, and much more or much less text."""
    if known.size is None or not is_another_title(known.title or "", seen.title):
        return None
    more, less = max(known.size, len(seen.words)), min(known.size, len(seen.words))
    if more < _MANY_TIMES * max(less, 10):
        return None
    return Hint(
        Verdict.DRIFTED, "another-page", f"it was called '{known.title}', and is '{seen.title[:80]}'", certain=True
    )


def is_another_title(before: str, now: str) -> bool:
    """Return whether two titles have no word in common but those of their site's name at the end."""
    first, second = _words(before), _words(now)
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    return bool(first and second) and not {*first} & {*second}


def _words(title: str) -> list[str]:
    """Return the words of a title that say something; each sign of Chinese or Japanese is one."""
    return re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|\w{4,}", title.casefold())
