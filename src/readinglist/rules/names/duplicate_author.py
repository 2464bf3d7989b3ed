import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, Remove
from readinglist.model.finding import Finding, Severity
from readinglist.model.person import Person
from readinglist.rules import rule
from readinglist.rules._texts import item_place

_INITIALS = re.compile(r"(?:\w\b\.?[ -]?)+")


@rule(Severity.WARNING)
def duplicate_author(catalog: Catalog) -> Iterator[Finding]:
    """The same name stands twice among the authors of a work.

    Mostly a list was pasted together from two sources. Two people may well have one name: then their ORCIDs
    tell them apart, or `check: {ignore: [duplicate-author]}`. Names with initials alone are not compared.

    Flagged:

        - id: kwon2023paged
          author:
          - {family: Kwon, given: Woosuk}
          - {family: Li, given: Zhuohan}
          - {family: Kwon, given: Woosuk}

    Fixed:

        - id: kwon2023paged
          author:
          - {family: Kwon, given: Woosuk}
          - {family: Li, given: Zhuohan}

    Flagged:

        - id: body
          editor:
          - {literal: OpenAI}
          - {literal: openai}

    Fine:

        - id: namesakes
          author:
          - {family: Zhang, given: Wei, ORCID: 0000-0002-1825-0097}
          - {family: Zhang, given: Wei, ORCID: 0000-0001-5109-3700}
          - {family: Wang, given: Y.}
          - {family: Wang, given: Y.}
          - {family: King, given: Martin Luther}
          - {family: King, given: Martin Luther, suffix: Jr.}
        - id: both
          author:
          - {family: Knuth, given: Donald}
          editor:
          - {family: Knuth, given: Donald}
    """
    for entry, field, named in catalog.people:
        if len({(person.literal or person.family or "").casefold() for person in named}) == len(named):
            continue
        seen: set[tuple[str, ...]] = set()
        for index, person in enumerate(named):
            if (who := _identity(person)) in seen:
                place = item_place(catalog, entry.at(field), index)
                fix = Fix((Remove(place),), safe=False) if place != entry.at(field) else None
                yield Finding(place, f"'{person.text}' is named twice; remove one, or add their ORCIDs", fix)
            elif person.literal or (person.given and not _INITIALS.fullmatch(person.given)):
                seen.add(who)


def _identity(person: Person) -> tuple[str, ...]:
    return (person.text.casefold(), person.orcid or "", "body" if person.literal else "")
