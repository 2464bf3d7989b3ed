import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules.names._people import corrected, people_by_parts, places

_LETTERS = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")


@rule(Severity.WARNING)
def all_caps_name(catalog: Catalog) -> Iterator[Finding]:
    """A family name is written in capitals.

    Some databases print names so; every style would keep the capitals. The proposal gives each part one capital,
    so look at it: McDONALD is not Mcdonald.

    Flagged:

        - id: transformers
          author:
          - {family: VASWANI, given: Ashish}

    Fixed:

        - id: transformers
          author:
          - {family: Vaswani, given: Ashish}

    Flagged:

        - id: both
          author:
          - {family: SAINT-EXUPÉRY, given: ANTOINE}

    Fine:

        - id: short
          author:
          - {family: Li, given: JX}
          - {family: LI, given: Jia}
        - id: bodies
          author:
          - {literal: NASA}
    """
    for person, family, given in people_by_parts(catalog):
        if family.isupper() and len(family) >= 4 and _VOWEL.search(family):
            small = _small(family)
            small_given = _small(given) if given.isupper() and max(map(len, _LETTERS.findall(given))) >= 4 else given
            for place in places(catalog, person):
                told = f"'{family}' is written in capitals; write '{small}', or as the person does"
                yield Finding(place, told, corrected(catalog, place, family=small, given=small_given))


def _small(name: str) -> str:
    return _LETTERS.sub(lambda part: part[0].capitalize(), name)
