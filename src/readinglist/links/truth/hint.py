"""What a rung of the ladder says: how a page looks wrong, and whether that is proof enough."""

from __future__ import annotations

from dataclasses import dataclass

from readinglist.links.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Hint:
    """A reason to doubt a page; what is only likely is believed when a second one, or the probe, says so too."""

    verdict: Verdict
    reason: str
    detail: str
    certain: bool = False
