"""Why two entries may be two works: each difference with the points that it costs."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from readinglist.model.entry import Entry
from readinglist.model.person import Person
from readinglist.model.titles import Title, signs, taken_apart
from readinglist.model.versions import versions

_FIRST_FEW = 8
_GENERIC = frozenset(
    "introduction preface foreword editorial conclusion abstract overview summary index appendix review notes "
    "welcome contents discussion erratum corrigendum obituary news letter letters interview".split()
)


@dataclass(frozen=True, slots=True)
class Penalty:
    """One reason why two entries may be two works, and how much it counts."""

    points: float
    reason: str

    def __str__(self) -> str:
        return f"{self.reason} −{self.points:.2f}"


def _titles(one: Entry, other: Entry) -> Iterator[Penalty]:
    if not one.title or not other.title:
        yield Penalty(0.5, "a title is missing")
        return
    yield from title_penalties(taken_apart(one.title), taken_apart(other.title))


def title_penalties(first: Title, second: Title) -> Iterator[Penalty]:
    """Yield what two titles cost."""
    if first.numbers != second.numbers:
        alone = set(first.numbers) ^ set(second.numbers)
        yield Penalty(0.5, f"another number in the title ({', '.join(sorted(alone)[:3])})")
    if first.key != second.key:
        yield _wording(first, second)
    if first.key in _GENERIC:
        yield Penalty(0.3, "a title that many works have")
    elif len(first.words) < 2 and len(first.key) < 12:
        yield Penalty(0.1, "a title of one word")


def differ_plainly(one: Title, other: Title) -> bool:
    """Tell two titles that cost more than a likeness can bear, without reckoning what: nearly all that are compared."""
    if one.numbers != other.numbers:
        return True
    if one.key in (other.key, other.main) or other.key == one.main:
        return False
    left = [word for word in one.words if word not in other.words]
    right = [word for word in other.words if word not in one.words]
    slips = len(left) == len(right) and all(first[0] == second[0] for first, second in zip(left, right, strict=True))
    return not slips and "".join(one.words) != "".join(other.words)


def _wording(one: Title, other: Title) -> Penalty:
    left = [word for word in one.words if word not in other.words]
    right = [word for word in other.words if word not in one.words]
    if "".join(one.words) == "".join(other.words):
        return Penalty(0.04, "small words in the title")
    if one.key == other.main or other.key == one.main:
        return Penalty(0.1, "one has a subtitle")
    if not left and not right:
        return Penalty(0.1, "another order of the title's words")
    if len(left) == len(right) and all(map(_misspelled, left, right)):
        return Penalty(min(0.5, 0.05 * len(left)), f"'{left[0]}' and '{right[0]}' in the title")
    strange = next(iter(left or right))
    return Penalty(min(1.0, 0.35 * max(len(left), len(right))), f"'{strange}' in one title only")


def _misspelled(one: str, other: str) -> bool:
    """Tell whether two words are one with a slip; in short words a letter makes another word."""
    if min(len(one), len(other)) < 4 or one[0] != other[0] or signs(one) != signs(other):
        return False
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.8


def _people(one: Entry, other: Entry) -> Iterator[Penalty]:
    first, second = (_families(_makers(entry)) for entry in (one, other))
    if not first or not second:
        if first or second:
            yield Penalty(0.1, "authors are named on one side only")
        elif one.url != other.url:
            both = bool(one.url and other.url)
            yield Penalty(0.3 if both else 0.15, f"nobody is named{', and the addresses differ' if both else ''}")
        return
    share = _shared(first, second) / min(len(first), len(second))
    if not share:
        yield Penalty(0.5, "other authors")
    elif share < 0.5:
        yield Penalty(0.25, "few authors in common")
    elif not _same_family(first[0], second[0]):
        yield Penalty(0.1, "another first author")
    elif _initial(one) != _initial(other) and _initial(one) and _initial(other):
        yield Penalty(0.2, "another given name of the first author")


def _makers(entry: Entry) -> tuple[Person, ...]:
    return entry.author or entry.editor or entry.director or entry.composer


@lru_cache(1 << 14)
def _folded(name: str) -> str:
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return plain.replace("ł", "l").replace("ø", "o")


def _families(people: tuple[Person, ...]) -> list[str]:
    return [_folded(" ".join((person.family or person.literal or "").split()[-1:])) for person in people]


def _shared(first: list[str], second: list[str]) -> int:
    """Return how many names two lists have in common; slips are only looked for in short ones."""
    if same := len(set(first) & set(second)):
        return same
    return any(_same_family(one, other) for one in first[:_FIRST_FEW] for other in second[:_FIRST_FEW])


def _same_family(one: str, other: str) -> bool:
    return one == other or (len(one) > 4 and abs(len(one) - len(other)) < 2 and _misspelled(one, other))


def _initial(entry: Entry) -> str:
    first = _makers(entry)[0]
    return _folded((first.given or "").lstrip()[:1])


def _years(one: Entry, other: Entry) -> Iterator[Penalty]:
    years = [entry.issued.text.lstrip("-")[:4] if entry.issued else "" for entry in (one, other)]
    if years[0] == years[1]:
        return
    if not all(each.isdigit() for each in years):
        yield Penalty(0.05, "the year is not stated on both sides")
        return
    apart = abs(int(years[0]) - int(years[1]))
    weight = 0.03 if versions(one, other) and apart <= 4 else 0.1
    yield Penalty(min(0.5, weight * apart), f"years {years[0]} and {years[1]}")


_TELLING = (
    ("edition", 0.5, False),
    ("volume", 0.3, True),
    ("issue", 0.2, True),
    ("page", 0.3, True),
    ("number", 0.4, False),
    ("part_number", 0.5, False),
    ("chapter_number", 0.4, False),
    ("collection_number", 0.2, False),
    ("version", 0.3, False),
    ("language", 0.4, False),
    ("doi", 0.3, True),
    ("arxiv", 0.5, False),
    ("isbn", 0.2, False),
    ("pmid", 0.4, False),
    ("rfc", 0.5, False),
)
"""What tells works apart, how much, and whether a preprint and what came of it may differ in it."""


def _details(one: Entry, other: Entry) -> Iterator[Penalty]:
    two_versions = versions(one, other)
    for name, points, of_a_version in _TELLING:
        left, right = getattr(one, name), getattr(other, name)
        if left and right and not (of_a_version and two_versions) and _plain(left) != _plain(right):
            yield Penalty(points, f"another {name.replace('_', '-')}")
    if not two_versions and one.type != other.type:
        yield Penalty(0.05, "another type")
    if bool(one.edition) != bool(other.edition) and _plain(one.edition or other.edition or "") not in {"1", "first"}:
        yield Penalty(0.3, "one names an edition")


def _plain(value: str) -> str:
    text = "".join(sign for sign in str(value).casefold() if sign.isalnum() or sign in ".+#")
    return text.partition("v")[0] if text[:4].isdigit() and "v" in text else text


def _places(one: Entry, other: Entry) -> Iterator[Penalty]:
    titles = [taken_apart(entry.container_title).key if entry.container_title else "" for entry in (one, other)]
    if all(titles) and titles[0] != titles[1] and not versions(one, other):
        inside = titles[0] in titles[1] or titles[1] in titles[0]
        yield Penalty(0.05 if inside else 0.15, "another journal, book or site")
    elif not any(titles) and one.url and other.url and one.url != other.url and not (one.doi or one.arxiv or one.isbn):
        yield Penalty(0.15, "another address")


JUDGES: tuple[Callable[[Entry, Entry], Iterator[Penalty]], ...] = (_titles, _people, _years, _details, _places)
"""What is compared, in the order in which it is told."""
