from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def date_impossible(catalog: Catalog) -> Iterable[Finding]:
    """A date names a month or day that does not exist, or a range ends before it begins.

    Some programs print such a date as it is and some leave it out; none says that it is wrong.

    Flagged:

        - id: month
          issued: 2024-13

        - id: day
          issued: 2023-02-29

        - id: backwards
          issued: 2023/2020

        @misc{bibtex,
          year = {2023},
          month = {13},
        }

    Fine:

        - id: leap
          issued: 2024-02-29
        - id: range
          issued: 2020/2023

        @misc{words,
          year = {2023},
          month = {Jan.--Feb.},
        }
    """
    return catalog.reported("date-impossible")
