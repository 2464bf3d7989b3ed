import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules.names._people import people_by_parts, places

# What no person is called; the second kind only as the last word.
_ANYWHERE = "University|Universität|Université|Institute|Collaboration|Consortium|Committee|Department|Ministry"
_AT_END = (
    "Team|Group|Inc\\.?|Ltd\\.?|LLC|GmbH|Corporation|Corp\\.?|Company|Foundation|Association|Society|Council|Commission|Agency"
    "|Laboratory|Laboratories|Labs?|AI|Research|Developers|Contributors|Authors|Community|Organization|Organisation|Project"
)
_BODY = re.compile(rf"\b(?:{_ANYWHERE})\b|(?:\A|\s)(?:{_AT_END})\Z")


@rule(Severity.WARNING)
def corporate_as_person(catalog: Catalog) -> Iterator[Finding]:
    """A body is written as if it were a person with a family name.

    Then "Open Science Collaboration" would be sorted under C and shortened to O. S. Collaboration. A body is one
    `literal` name.

    Flagged:

        - id: open2015
          author:
          - {family: Collaboration, given: Open Science}

    Fixed:

        - id: open2015
          author:
          - {literal: Open Science Collaboration}

    Flagged:

        - id: mistral
          author:
          - {family: AI, given: Mistral}

        - id: oxford
          author:
          - {family: Oxford, given: University, non-dropping-particle: of}

    Fine:

        - id: bodies
          author:
          - {literal: Open Science Collaboration}
          - {literal: Mistral AI}
        - id: people
          author:
          - {family: Ai, given: Weiwei}
          - {family: Teamer, given: Ada}
          - {family: Institoris, given: Heinrich}
    """
    for person, _, _ in people_by_parts(catalog):
        if _BODY.search(person.text):
            for place in places(catalog, person):
                body = "one more pair of braces around it" if catalog.records else f"{{literal: {person.text}}}"
                told = f"'{person.text}' is a body, not a person; write {body}"
                yield Finding(place, told, set_value(place, {"literal": person.text}, safe=False))
