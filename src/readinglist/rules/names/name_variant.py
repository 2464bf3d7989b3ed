from collections import defaultdict
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.person import Person
from readinglist.rules import rule
from readinglist.rules.names._people import corrected, folded, people_by_parts, places

_QUOTES_AND_DOTS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", ".": " "})


@rule(Severity.INFO)
def name_variant(catalog: Catalog) -> Iterator[Finding]:
    """One name is spelled in two ways: with an accent and without, with a hyphen and without.

    Bibliographies count them as two people, and sort and shorten them differently. The spelling with the accents
    is proposed, as they are lost more often than added; else the one that is used more often.

    Flagged:

        - id: transformers
          author:
          - {family: Kaiser, given: Lukasz}
        - id: one-model
          author:
          - {family: Kaiser, given: Łukasz}

    Fixed:

        - id: transformers
          author:
          - {family: Kaiser, given: Łukasz}
        - id: one-model
          author:
          - {family: Kaiser, given: Łukasz}

    Flagged:

        - id: one
          author:
          - {family: Lespiau, given: Jean Baptiste}
        - id: two
          author:
          - {family: Lespiau, given: Jean-Baptiste}

    Fine:

        - id: signs
          author:
          - {family: O’Neil, given: Cathy}
          - {family: Gonzalez, given: Joseph E}
        - id: others
          author:
          - {family: O'Neil, given: Cathy}
          - {family: Gonzalez, given: Joseph E.}
          - {family: Gonzalez, given: Joseph F.}
    """
    spelled: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person, family, given in people_by_parts(catalog):
        if not person.text.isupper():
            spelled[folded(family), folded(given)].append(person)
    for some in spelled.values():
        best = max(some, key=lambda person: (_accents(person), len(catalog.mentions[person])))
        for person in some if len(some) > 1 else ():
            if _plain(person) != _plain(best):
                for place in places(catalog, person):
                    told = f"'{person.text}' is spelled '{best.text}' elsewhere; choose one of the two"
                    fix = corrected(catalog, place, family=best.family, given=best.given)
                    yield Finding(place, told, fix)


def _accents(person: Person) -> int:
    return sum(not sign.isascii() for sign in _plain(person))


def _plain(person: Person) -> str:
    """Return a name without what changes nothing: kinds of apostrophes and hyphens, dots."""
    return " ".join(f"{person.given} {person.family}".translate(_QUOTES_AND_DOTS).split())
