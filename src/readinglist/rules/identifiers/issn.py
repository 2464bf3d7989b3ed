from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def issn(catalog: Catalog) -> Iterable[Finding]:
    """An ISSN has a wrong check digit or not eight digits.

    The last digit is computed from the others, so one wrong or swapped digit is always seen.

    Flagged:

        - id: digit
          ISSN: 0001-0783

        - id: dash
          ISSN: "00010782"

    Fixed:

        - id: dash
          ISSN: "0001-0782"

    Fine:

        - id: cacm
          ISSN: 0001-0782
    """
    return catalog.reported("issn")
