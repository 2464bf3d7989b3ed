"""Whether a page is still the one that was seen first, or was taken for the right one by a person since."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from readinglist.ledger.record import Record
from readinglist.links.truth.hint import Hint
from readinglist.links.truth.landing import is_deep
from readinglist.links.truth.seen import Seen
from readinglist.links.truth.sketch import ANOTHER, REWRITTEN, share_left
from readinglist.links.verdict import Verdict

_MANY_TIMES = 3


def drift(seen: Seen, known: Record | None) -> Hint | None:
    """Return that a page is another one now, or was rewritten; home pages change, and are never accused."""
    asked = urlsplit(seen.asked)
    if known is None or not is_deep(asked.path, asked.query):
        return None
    if known.sketch:
        return _by_sketch(seen, known.sketch)
    return _by_title(seen, known)


def _by_sketch(seen: Seen, before: str) -> Hint | None:
    left = share_left(before, seen.words)
    if left is None or left >= REWRITTEN:
        return None
    told = f"{left:.0%} of the text is what it was"
    if left < ANOTHER:
        return Hint(Verdict.DRIFTED, "another-page", told, certain=True)
    return Hint(Verdict.OK, "rewritten", told, certain=True)


def _by_title(seen: Seen, known: Record) -> Hint | None:
    """Judge a page that was too short for a sketch: another title, and much more or much less text."""
    before, now = _words(known.title or ""), _words(seen.title)
    if not before or not now or before & now or known.size is None:
        return None
    more, less = max(known.size, len(seen.words)), min(known.size, len(seen.words))
    if more < _MANY_TIMES * max(less, 10):
        return None
    return Hint(
        Verdict.DRIFTED, "another-page", f"it was called '{known.title}', and is '{seen.title[:80]}'", certain=True
    )


def _words(title: str) -> set[str]:
    return set(re.findall(r"\w+", title.casefold()))
