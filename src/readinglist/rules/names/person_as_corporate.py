import re
from collections.abc import Iterator
from itertools import pairwise

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, Remove, SetValue
from readinglist.model.finding import Finding, Severity
from readinglist.model.person import Person
from readinglist.rules import rule
from readinglist.rules.names._people import place_of

_ONE_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*[a-zß-öø-ÿ]")


@rule(Severity.WARNING)
def person_as_corporate(catalog: Catalog) -> Iterator[Finding]:
    """Two names of one word stand side by side, and are the halves of one person.

    BibTeX reads `{Guangyi} and {Zhang}` as two bodies. It is taken for one person where one of the words is the
    family name of somebody else in the catalog.

    Flagged:

        - id: llama3
          author:
          - {family: Zhang, given: Aston}
          - {literal: Guangyi}
          - {literal: Zhang}

    Fixed:

        - id: llama3
          author:
          - {family: Zhang, given: Aston}
          - {family: Zhang, given: Guangyi}

    Fine:

        - id: bodies
          author:
          - {family: Zhang, given: Aston}
          - {literal: Microsoft}
          - {literal: Google}
          - {literal: Open Philanthropy}
        - id: mononyms
          author:
          - {literal: Suharto}
          - {literal: Sukarno}
    """
    families: set[str] = set()
    for entry, field, named in catalog.people:
        for index, (one, other) in enumerate(pairwise(named)):
            if not (_is_half(one) and _is_half(other)):
                continue
            families = families or {person.family for person in catalog.mentions if person.family}
            first, second = one.literal or "", other.literal or ""
            if first not in families and second not in families:
                continue
            family, given = (second, first) if second in families else (first, second)
            place, after = (place_of(catalog, (entry, field, index + step)) for step in (0, 1))
            person = {"family": family, "given": given}
            whole = f"'{family}, {given}'" if catalog.records else f"{{family: {family}, given: {given}}}"
            told = f"'{first}' and '{second}' are one person; write {whole}"
            yield Finding(place, told, Fix((SetValue(place, person), Remove(after)), safe=False))


def _is_half(person: Person) -> bool:
    return bool(person.literal and _ONE_WORD.fullmatch(person.literal) and person.literal[0].isupper())
