from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.INFO)
def missing_date(catalog: Catalog) -> Iterator[Finding]:
    """An entry says nowhere when it was published.

    A reader of a list wants to know how old a text is. A year is enough; what nobody can find out may
    stay empty, which is why this is only a hint.

    Flagged:

        - id: undated
          title: An essay

    Fine:

        - id: dated
          title: An essay
          issued: 2024
    """
    for entry in catalog:
        if entry.issued is None and entry.available_date is None:
            yield Finding(entry.at("issued"), "no publication date; a year is enough")
