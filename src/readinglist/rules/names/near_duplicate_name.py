from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.person import Person
from readinglist.rules import rule
from readinglist.rules.names._people import INITIALS, corrected, folded, people_by_parts, places

_SHORTEST = 4


@rule(Severity.INFO)
def near_duplicate_name(catalog: Catalog) -> Iterator[Finding]:
    """Two people have one given name, and family names that differ in one letter.

    One of them is mostly a slip of the keyboard. Only pairs are named who wrote with the same people, and where
    nobody else in the catalog has the rarer family name.

    Flagged:

        - id: deepseek2
          author:
          - {family: Zhao, given: Chenggang}
          - {family: Dengr, given: Chengqi}
        - id: deepseek3
          author:
          - {family: Zhao, given: Chenggang}
          - {family: Deng, given: Chengqi}
        - id: deepseek4
          author:
          - {family: Deng, given: Chengqi}

    Fixed:

        - id: deepseek2
          author:
          - {family: Zhao, given: Chenggang}
          - {family: Deng, given: Chengqi}
        - id: deepseek3
          author:
          - {family: Zhao, given: Chenggang}
          - {family: Deng, given: Chengqi}
        - id: deepseek4
          author:
          - {family: Deng, given: Chengqi}

    Fine:

        - id: one
          author:
          - {family: Zhao, given: Chenggang}
          - {family: Chen, given: Wei}
          - {family: Cheng, given: Wei}
        - id: strangers
          author:
          - {family: Hansen, given: Peter}
        - id: others
          author:
          - {family: Hanson, given: Peter}
    """
    by_given: dict[str, dict[str, Person]] = defaultdict(dict)
    called: dict[str, set[str]] = defaultdict(set)
    for person, family, given in people_by_parts(catalog):
        called[folded(family)].add(folded(given))
        if len(family) >= _SHORTEST and not INITIALS.fullmatch(given):
            by_given[folded(given)].setdefault(folded(family), person)
    for namesakes in by_given.values():
        for one, other in _close(namesakes) if len(namesakes) > 1 else ():
            weights = [(len(called[name]), len(catalog.mentions[namesakes[name]])) for name in (one, other)]
            rare, usual = (one, other) if weights[0] < weights[1] else (other, one)
            if len(called[rare]) == 1 and _wrote_together(catalog, namesakes[rare], namesakes[usual]):
                yield from _findings(catalog, namesakes[rare], namesakes[usual])


def _findings(catalog: Catalog, person: Person, usual: Person) -> Iterator[Finding]:
    for place in places(catalog, person):
        told = (
            f"'{person.text}' is one letter away from '{usual.text}', who wrote with the same people; compare the two"
        )
        yield Finding(place, told, corrected(catalog, place, family=usual.family))


def _close(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of names that differ in one letter."""
    shortened: dict[str, set[str]] = defaultdict(set)
    for name in names:
        shortened[name].add(name)
        for at in range(len(name)):
            shortened[name[:at] + name[at + 1 :]].add(name)
    pairs = {pair for some in shortened.values() if len(some) > 1 for pair in combinations(sorted(some), 2)}
    yield from sorted(pair for pair in pairs if _one_letter_apart(*pair))


def _one_letter_apart(one: str, other: str) -> bool:
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return abs(len(one) - len(other)) == 1


def _wrote_together(catalog: Catalog, one: Person, other: Person) -> bool:
    """Tell whether two people have a co-author in common, and no work."""
    works = [{id(entry): entry for entry, _, _ in catalog.mentions[person]} for person in (one, other)]
    if works[0].keys() & works[1].keys():
        return False
    beside = [{each for entry in some.values() for each in entry.author} for some in works]
    return not beside[0].isdisjoint(beside[1])
