"""How alike two entries are: a score from 1 down, each step of it named, so that one can argue with it."""

from __future__ import annotations

from dataclasses import dataclass

from readinglist.model.entry import Entry
from readinglist.model.penalties import JUDGES, Penalty

CERTAIN = 0.97
LIKELY = 0.75


@dataclass(frozen=True, slots=True)
class Similarity:
    """How alike two entries are, and why not more."""

    penalties: tuple[Penalty, ...]

    @property
    def score(self) -> float:
        """From 1, the same in all that both state, to 0."""
        return max(0.0, round(1 - sum(penalty.points for penalty in self.penalties), 2))

    @property
    def certain(self) -> bool:
        """Whether they are the same work beyond doubt."""
        return self.score >= CERTAIN

    @property
    def likely(self) -> bool:
        """Whether a person should compare them."""
        return self.score >= LIKELY

    def __str__(self) -> str:
        reasons = ", ".join(map(str, self.penalties))
        return f"{self.score:.2f}" + (f": {reasons}" if reasons else "")


def compare(one: Entry, other: Entry) -> Similarity:
    """Return how alike two entries are; neither the order nor anything but the two matters."""
    return Similarity(tuple(penalty for judge in JUDGES for penalty in judge(one, other)))
