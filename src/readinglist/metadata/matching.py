"""Which published work a preprint has become: a score with its reasons, a margin, no guess where two could be meant.

What tells works apart is not averaged away: another number, `+` or `#` in the title is another work, however alike
the rest; so is a first author whom the other version does not have.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from readinglist.metadata.likeness import OTHER_NUMBER, firsts_in_both, key_of, people_score, title_score, year_score
from readinglist.metadata.version import Version

PROPOSED = 0.93
"""From this score on a published version is proposed."""
POSSIBLE = 0.80
"""From this score on it is shown as one that may be it."""
MARGIN = 0.05
"""How far the best must be before the next other work."""

_TITLE, _PEOPLE, _YEAR = 0.55, 0.30, 0.15
_LINKED = 0.90
_AGREED = 0.05


@dataclass(frozen=True, slots=True)
class Match:
    """How well a published work fits a preprint, and why."""

    version: Version
    score: float
    reasons: tuple[str, ...]
    refused: str = ""
    """Why it cannot be it, whatever the score."""

    @property
    def verdict(self) -> str:
        """`proposed`, `possible` or `refused`."""
        if self.refused or self.score < POSSIBLE:
            return "refused"
        return "proposed" if self.score >= PROPOSED else "possible"

    def __str__(self) -> str:
        why = ", ".join([*self.reasons, *([self.refused] if self.refused else [])])
        return f"{self.score:.2f} ({why})"


@dataclass(frozen=True, slots=True)
class Decision:
    """What to propose for a preprint: the versions of one work, the best first; and what else was looked at."""

    proposed: tuple[Match, ...] = ()
    possible: tuple[Match, ...] = ()
    refused: tuple[Match, ...] = ()


def decide(preprint: Version, candidates: Iterable[Version]) -> Decision:
    """Return which candidates are a published version of a preprint."""
    matches = [judge(preprint, each) for each in united(candidates)]
    refused = tuple(each for each in matches if each.verdict == "refused")
    fitting = sorted((each for each in matches if each.verdict != "refused"), key=_order)
    if not fitting:
        return Decision(refused=refused)
    best = fitting[0]
    versions = [each for each in fitting if _same_work(best.version, each.version)]
    rivals = [each for each in fitting if each not in versions]
    clear = (
        not rivals or best.score - rivals[0].score >= MARGIN or (best.version.linked and not rivals[0].version.linked)
    )
    proposed = [each for each in versions if each.verdict == "proposed"] if clear else []
    proposed.sort(key=lambda each: (each.version.standing, -each.score))
    possible = tuple(each for each in fitting if each not in proposed)
    return Decision(tuple(proposed), possible, refused)


def judge(preprint: Version, candidate: Version) -> Match:
    """Return how well a candidate fits, and why it cannot be it."""
    title, told = title_score(preprint.title, candidate.title)
    people, counted = people_score(preprint.families, candidate.families)
    year, between = year_score(preprint.year, candidate.year)
    score = _TITLE * title + _PEOPLE * people + _YEAR * year
    reasons = [
        f"title {title:.2f}{f': {told}' if told else ''}",
        f"authors {people:.2f}: {counted}",
        f"year {year:.2f}: {between}",
    ]
    if candidate.linked and people:
        score, reasons = _of_linked(score, title), [*reasons, "named as its published version"]
    elif len(candidate.sources) > 1 and not told:
        score, reasons = min(1.0, score + _AGREED), [*reasons, f"known to {' and '.join(candidate.sources)}"]
    return Match(candidate, round(score, 3), tuple(reasons), _refusal(preprint, candidate, told))


def _of_linked(score: float, title: float) -> float:
    """Return the score of what arXiv, a registry or an index names; a title of its own leaves that to a person."""
    linked = _LINKED + (1 - _LINKED) * score
    return linked if title >= 0.6 else min(linked, PROPOSED - 0.01)


def _refusal(preprint: Version, candidate: Version, told: str) -> str:
    if candidate.is_preprint:
        return "it is a preprint itself"
    if candidate.is_no_paper:
        return "it is a review, an erratum, data or the like"
    if set(preprint.names) & set(candidate.names) - {""} and not candidate.linked:
        return "it is the preprint itself"
    if told.startswith(OTHER_NUMBER):
        return "" if candidate.linked else told
    if preprint.families and candidate.families and not firsts_in_both(preprint.families, candidate.families):
        return "the first author of one is none of the other"
    if not candidate.families and len(key_of(preprint.title).split()) < 3 and not candidate.linked:
        return "a title that short proves nothing without authors"
    return ""


def united(candidates: Iterable[Version]) -> list[Version]:
    """Return the candidates with those of several sources as one: they share a name."""
    found: list[Version] = []
    for each in candidates:
        twin = next((place for place, one in enumerate(found) if set(one.names) & set(each.names)), None)
        if twin is None:
            found.append(each)
        else:
            found[twin] = _both(found[twin], each)
    return found


def _both(one: Version, other: Version) -> Version:
    return replace(
        one,
        families=max(one.families, other.families, key=len),
        year=one.year or other.year,
        venue=one.venue or other.venue,
        kind=one.kind or other.kind,
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
        linked=one.linked or other.linked,
    )


def _order(match: Match) -> tuple[float, int]:
    return -match.score, match.version.standing


def _same_work(one: Version, other: Version) -> bool:
    """Tell whether two published versions are of one work: a paper of a conference and its longer form in a journal."""
    if one == other or title_score(one.title, other.title)[0] == 1.0:
        return True
    return one.linked and other.linked
