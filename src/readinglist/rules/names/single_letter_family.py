import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules.names._people import people_by_parts, places

_ONE_LETTER = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏͰ-ӿ]\.?")


@rule(Severity.INFO)
def single_letter_family(catalog: Catalog) -> Iterator[Finding]:
    """A family name is a single letter.

    Mostly the family name was shortened, or it was taken for a given name. There are people of such a name; for
    them this is ignored in the entry.

    Flagged:

        - id: llama3
          author:
          - {family: A, given: Lavender}

        - id: swapped
          author:
          - {family: W., given: Kwon}

    Fine:

        - id: people
          author:
          - {family: Kwon, given: W.}
          - {family: 刘, given: 洋}
          - {family: Li, given: X}
    """
    for person, family, _ in people_by_parts(catalog):
        if len(family) <= 2 and _ONE_LETTER.fullmatch(family):
            for place in places(catalog, person):
                yield Finding(
                    place, f"the family name of '{person.text}' is one letter; look at the work for the whole name"
                )
