"""Which entries of many are worth comparing: those that share half a title, or an author and the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from readinglist.model.entry import Entry
from readinglist.model.penalties import differ_plainly, title_penalties
from readinglist.model.similarity import Similarity, compare
from readinglist.model.titles import Title, taken_apart

_MOST_ALIKE = 12
"""What more entries than this have in common tells nothing; series of reports share half of their titles."""
_SHORTEST_HALF = 10


class Lookalike(NamedTuple):
    """Two entries that may be one work, the earlier one first, and how alike they are."""

    earlier: Entry
    later: Entry
    similarity: Similarity


def lookalikes(entries: Sequence[Entry]) -> Iterator[Lookalike]:
    """Yield the pairs that may be one work, in reading order; the time grows as the number of entries does."""
    titles = [taken_apart(entry.title) if entry.title else None for entry in entries]
    for one, other in sorted(_candidates(entries, titles)):
        if _worth_a_look(titles[one], titles[other]):
            found = compare(entries[one], entries[other])
            if found.likely:
                yield Lookalike(entries[one], entries[other], found)


def _worth_a_look(one: Title | None, other: Title | None) -> bool:
    """Tell whether two titles alone do not forbid that two works are alike."""
    if one is None or other is None or differ_plainly(one, other):
        return False
    return Similarity(tuple(title_penalties(one, other))).likely


def _candidates(entries: Iterable[Entry], titles: Iterable[Title | None]) -> set[tuple[int, int]]:
    first: dict[int, int] = {}
    shelves: dict[int, list[int]] = {}
    for number, (entry, title) in enumerate(zip(entries, titles, strict=True)):
        for sign in {hash(sign) for sign in _signs(entry, title)} if title else ():
            earlier = first.setdefault(sign, number)
            if earlier != number:
                shelves.setdefault(sign, [earlier]).append(number)
    shared = (some for some in shelves.values() if len(some) <= _MOST_ALIKE)
    return {pair for some in shared for pair in combinations(some, 2)}


def _signs(entry: Entry, title: Title) -> Iterator[str]:
    yield f"whole {''.join(title.words) or title.key}"
    yield f"main {title.main}"
    middle = len(title.words) // 2
    for side, half in (("first", title.words[:middle]), ("last", title.words[middle:])):
        if len(joined := "".join(half)) >= _SHORTEST_HALF:
            yield f"{side} {joined}"
    letters = "".join(word[0] for word in title.words)
    year = entry.issued.text[:4] if entry.issued else ""
    yield f"year {year} {letters}"
    for person in (entry.author or entry.editor or entry.director)[:1]:
        name = " ".join((person.family or person.literal or "").split()[-1:]).casefold()
        yield f"author {name} {letters}"
        yield f"author {name} {' '.join(title.words[:2])}"
