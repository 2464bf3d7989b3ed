from collections import defaultdict
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules.names._people import corrected, folded, people_by_parts, places


@rule(Severity.ERROR)
def swapped_name(catalog: Catalog) -> Iterator[Finding]:
    """A family name and a given name have changed places.

    The same two names stand the other way round elsewhere in the catalog, more often, and what is the family
    name here is nobody else's family name.

    Flagged:

        - id: mqa
          author:
          - {family: Noam, given: Shazeer}
        - id: glu
          author:
          - {family: Shazeer, given: Noam}
        - id: moe
          author:
          - {family: Shazeer, given: Noam}

    Fixed:

        - id: mqa
          author:
          - {family: Shazeer, given: Noam}
        - id: glu
          author:
          - {family: Shazeer, given: Noam}
        - id: moe
          author:
          - {family: Shazeer, given: Noam}

    Fine:

        - id: two-people
          author:
          - {family: Li, given: Wei}
          - {family: Wei, given: Li}
          - {family: Wei, given: Jason}
        - id: once
          author:
          - {family: Thomas, given: Dylan}
          - {family: Dylan, given: Bob}
    """
    uses: dict[tuple[str, str], int] = defaultdict(int)
    called: dict[str, set[str]] = defaultdict(set)
    known = [(person, folded(family), folded(given)) for person, family, given in people_by_parts(catalog)]
    for person, family, given in known:
        uses[family, given] += len(catalog.mentions[person])
        called[family].add(given)
    for person, family, given in known:
        if uses.get((given, family), 0) > uses[family, given] and called[family] == {given}:
            for place in places(catalog, person):
                told = f"the family name is '{person.given}' elsewhere; swap it with '{person.family}'"
                yield Finding(place, told, corrected(catalog, place, family=person.given, given=person.family))
