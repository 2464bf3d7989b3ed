"""The one table of who is believed how far, and what becomes of several statements about one field.

The numbers are what each kind of statement was measured to be right on pages that people annotated by hand.
Statements that agree make each other likelier; a field whose best statement stays under its floor is left empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from readinglist.metadata.claim import Claim
from readinglist.webpage.clue import Clue
from readinglist.webpage.people import bag, people
from readinglist.webpage.texts import folded

SOURCE = "page"

_TRUST: dict[str, dict[str, float]] = {
    "title": {
        "front-matter": 0.97, "citation": 0.96, "record": 0.95, "highwire": 0.95, "series": 0.95, "prism": 0.9,
        "manual-heading": 0.9, "named-heading": 0.86, "json-ld": 0.81, "microdata": 0.8, "open-graph": 0.71,
        "dublin-core": 0.7, "parsely": 0.7, "single-heading": 0.62, "title": 0.61, "first-heading": 0.5, "twitter": 0.4,
    },
    "author": {
        "highwire": 0.995, "front-matter": 0.98, "record": 0.95, "citation": 0.95, "field-list": 0.95, "cite-as": 0.9,
        "prism": 0.9, "instructor": 0.9, "label": 0.88, "json-ld": 0.8, "microdata": 0.8, "parsely": 0.8,
        "author-link": 0.75, "relation": 0.7, "near-heading-by": 0.7, "own-site": 0.7, "author-class": 0.69,
        "article-tag": 0.65, "byline": 0.6, "dublin-core": 0.6, "meta": 0.55, "near-heading": 0.5,
    },
    "issued": {
        "front-matter": 0.97, "record": 0.95, "highwire": 0.95, "field-list": 0.95, "article-tag": 0.92,
        "address": 0.92, "course": 0.9, "prism": 0.9, "single-time": 0.88, "json-ld": 0.87, "microdata": 0.86,
        "parsely": 0.85, "citation": 0.8, "cite-as": 0.8, "first-time": 0.8, "dublin-core": 0.8, "meta": 0.8,
        "visible": 0.8,
    },
}  # fmt: skip
_TRUST_IN_OTHERS = {
    "record": 0.95, "highwire": 0.95, "citation": 0.9, "front-matter": 0.9, "field-list": 0.9, "series": 0.9,
    "address": 0.9, "prism": 0.85, "json-ld": 0.8, "dublin-core": 0.7, "open-graph": 0.7,
    "course": 0.7,
}  # fmt: skip
_FLOORS = {"title": 0.0, "author": 0.85, "issued": 0.75}


def merged(clues: Iterable[Clue]) -> list[Claim]:
    """Return for each field the claim that its clues amount to, if it is good enough."""
    by_field: dict[str, list[Clue]] = {}
    for clue in clues:
        if clue.value not in ("", [], None):
            by_field.setdefault(clue.field, []).append(clue)
    found = (_best(field, said) for field, said in by_field.items())
    return [claim for claim in found if claim.value and claim.confidence >= _FLOORS.get(claim.field, 0.0)]


def _best(field: str, said: list[Clue]) -> Claim:
    groups: dict[Any, list[Clue]] = {}
    for clue in said:
        groups.setdefault(_sameness(field, clue.value), []).append(clue)
    if field == "title":
        _lend_support(groups)
    rated = {key: _together(group) for key, group in groups.items()}
    chosen = max(rated, key=lambda key: rated[key])
    confidence, group = rated[chosen], groups[chosen]
    first = max((clue for clue in group if _sameness(field, clue.value) == chosen), key=_telling)
    locators = dict.fromkeys(clue.locator for clue in sorted(group, key=_trust, reverse=True))
    value = people(first.value) if isinstance(first.value, list) else first.value
    return Claim(field, value, SOURCE, ", ".join(locators), round(confidence, 2))


def _telling(clue: Clue) -> tuple[bool, float]:
    """Return what makes one of several equal statements the better one: names that say which part is the family's."""
    return isinstance(clue.value, list) and all("," in name for name in clue.value), _trust(clue)


def _lend_support(groups: dict[Any, list[Clue]]) -> None:
    """Let whoever states the beginning of a longer title in a page's data speak for the longer one too."""
    for title, group in groups.items():
        if any(clue.voice == "json-ld" for clue in group):
            group += [
                each for other, said in groups.items() if other != title and title.startswith(other) for each in said
            ]


def _sameness(field: str, value: Any) -> Any:
    if isinstance(value, list):
        return frozenset(bag(name) for name in value)
    return folded(value) if field == "title" else value


def _together(group: list[Clue]) -> float:
    """Return how likely it is that one of several independent voices is right."""
    doubt = 1.0
    for trust in _by_voice(group):
        doubt *= 1 - trust
    return 1 - doubt


def _by_voice(group: list[Clue]) -> Iterator[float]:
    yield from {clue.voice: _trust(clue) for clue in group}.values()


def _trust(clue: Clue) -> float:
    return _TRUST.get(clue.field, _TRUST_IN_OTHERS)[clue.voice]
