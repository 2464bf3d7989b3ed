import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import item_place

_PLAIN = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_WITHIN = re.compile(
    r"(?:https?://orcid\.org/|orcid:?\s*)?(\d{4})[- ]?(\d{4})[- ]?(\d{4})[- ]?(\d{3}[\dXx])/?", re.IGNORECASE
)


@rule(Severity.ERROR)
def orcid(catalog: Catalog) -> Iterator[Finding]:
    """The ORCID iD of a person is not one that can be.

    It is kept bare, as `0000-0002-1825-0097`, and its last sign is a check digit: where it is wrong, a digit was
    mistyped, and the iD is somebody else's or nobody's.

    Flagged:

        - id: address
          author:
          - {family: Carberry, given: Josiah, ORCID: "https://orcid.org/0000-0002-1825-0097"}

    Fixed:

        - id: address
          author:
          - {family: Carberry, given: Josiah, ORCID: "0000-0002-1825-0097"}

    Flagged:

        - id: digit
          author:
          - {family: Carberry, given: Josiah, ORCID: 0000-0002-1825-0098}

    Fine:

        - id: plain
          author:
          - {family: Carberry, given: Josiah, ORCID: 0000-0002-1825-0097}
          - {family: Other, given: One, ORCID: 0000-0002-1694-233X}
    """
    for entry, field, people in catalog.people:
        for index, person in enumerate(people):
            if person.orcid and not (_PLAIN.fullmatch(person.orcid) and _is_sound(person.orcid)):
                place = item_place(catalog, entry.at(field), index).at("ORCID")
                found = _WITHIN.fullmatch(person.orcid.strip())
                meant = "-".join(found.groups()).upper() if found else ""
                if meant and _is_sound(meant):
                    yield Finding(place, f"write the iD alone: {meant}", set_value(place, meant))
                else:
                    yield Finding(place, f"'{person.orcid}' is no ORCID iD; copy it again from the person's page")


def _is_sound(orcid: str) -> bool:
    total = 0
    for digit in orcid.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == orcid[-1]
