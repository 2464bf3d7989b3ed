"""What was seen at an address: how it is judged, what its page says of itself, and what its host promises."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace

from readinglist.links.asking import Asked
from readinglist.links.truth.seen import Seen
from readinglist.links.verdict import Judgement
from readinglist.web.messages import Answer

_HALF_A_YEAR = 180 * 86400


@dataclass(frozen=True, slots=True)
class View:
    """One look at an address."""

    url: str
    judgement: Judgement
    page: Seen | None = None
    kind: str = ""
    """The type of what came back: `text/html`."""
    promises_https: bool = False
    """Whether the host promises to be there by https for half a year at least."""

    @property
    def believed(self) -> bool:
        """Whether the page is there, and nothing about it is odd."""
        return self.judgement.verdict.alive and self.judgement.status == 200


def view_of(url: str, asked: Asked) -> View:
    """Return what was seen when an address was asked."""
    judgement, outcome = asked.judgements[url], asked.outcome
    page = asked.sight.page if asked.sight else None
    page = page and replace(page, words=tuple(map(sys.intern, page.words)))  # pages share most of their words
    if not isinstance(outcome, Answer):
        return View(url, judgement)
    kind = outcome.headers.get("content-type", "").partition(";")[0].strip().lower()
    age = re.search(r"max-age=\"?(\d+)", outcome.headers.get("strict-transport-security", ""), re.IGNORECASE)
    return View(url, judgement, page, kind, bool(age and int(age[1]) >= _HALF_A_YEAR))


def likeness(one: Seen | None, other: Seen | None) -> float | None:
    """Return what share of their words two pages have in common; None where one of them cannot be seen."""
    if one is None or other is None:
        return None
    first, second = {*one.words}, {*other.words}
    if not first or not second:
        return float(bool(one.names) and one.names == other.names and not first and not second)
    return len(first & second) / len(first | second)
