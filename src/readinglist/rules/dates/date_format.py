from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def date_format(catalog: Catalog) -> Iterable[Finding]:
    """A date is not written as year, month and day.

    `2023`, `2023-10` and `2023-10-23` mean the same to every reader; `10/11/12` means three different days. A
    range is `2020/2023`, an open one `2020/..`, a doubtful one `2020~` or `2020?`, a season `2020-21` to
    `2020-24`.

    Flagged:

        - id: digits
          issued: 2025-1-28

    Fixed:

        - id: digits
          issued: 2025-01-28

    Flagged:

        - id: words
          issued: 24 January 2020

        - id: unclear
          issued: 10/11/12

    Fine:

        - id: day
          issued: 2025-01-28
        - id: season
          issued: 2020-21
        - id: ongoing
          issued: 2020/..
        - id: about
          issued: 1965~
    """
    return catalog.reported("date-format")
