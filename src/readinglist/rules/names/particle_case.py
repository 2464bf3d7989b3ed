import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules.names._people import corrected, people_by_parts, places

_PARTICLES = (
    "van|von|der|den|de|del|della|di|da|das|dos|du|des|la|le|ten|ter|zu|zum|zur|af|av|bin|ibn|al|el|y|vom|op|'t|het|do"
)
_AT_END = re.compile(
    rf"(.*?\S)\s+((?:(?:{_PARTICLES})\s+)*(?:van|von|der|den|de|del|della|di|da|dos|du|ten|ter|zu|zur|vom))"
)
_AT_START = re.compile(rf"((?:(?:{_PARTICLES})\s+)+)(\S.*)")


@rule(Severity.INFO)
def particle_case(catalog: Catalog) -> Iterator[Finding]:
    """A particle such as "van der" stands at the end of the given name, or within the family name.

    Styles differ in whether "van der Maaten" is sorted under V or M and whether the particle is shown with the
    family name alone; they can only do so where it has a field of its own.

    Flagged:

        - id: given
          author:
          - {family: Maaten, given: Laurens van der}

    Fixed:

        - id: given
          author:
          - {family: Maaten, given: Laurens, non-dropping-particle: van der}

    Flagged:

        - id: family
          author:
          - {family: de Oliveira, given: Luke}

    Fine:

        - id: particle
          author:
          - {family: Maaten, given: Laurens, non-dropping-particle: van der}
          - {family: Van Rossum, given: Guido}
          - {family: De la Cruz, given: Juan}
          - {family: Beethoven, given: Ludwig, dropping-particle: van}
    """
    for person, family, given in people_by_parts(catalog):
        if person.non_dropping_particle or person.dropping_particle:
            continue
        if " " in given and (found := _AT_END.fullmatch(given)):
            given, particle = found[1], found[2]
        elif " " in family and (found := _AT_START.fullmatch(family)):
            particle, family = found[1].strip(), found[2]
        else:
            continue
        for place in places(catalog, person):
            told = f"'{particle}' is a particle of '{person.text}'; write it as `non-dropping-particle`"
            fix = corrected(catalog, place, family=family, given=given, non_dropping_particle=particle)
            yield Finding(place, told, fix)
