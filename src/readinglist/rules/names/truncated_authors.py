from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import states


@rule(Severity.INFO)
def truncated_authors(catalog: Catalog) -> Iterator[Finding]:
    """An entry says that there are more authors, and names none.

    `others: true` continues a list of authors. Without one, every style prints a bare "et al.", or nothing.

    Flagged:

        - id: kwon2023paged
          title: Efficient memory management
          others: true

    Fine:

        - id: kwon2023paged
          author:
          - {family: Kwon, given: Woosuk}
          others: true
    """
    for entry in catalog:
        if entry.others and not entry.author and not states(catalog, entry.at("author")):
            yield Finding(
                entry.at("others"), "this continues a list of authors that is not there; name the first of them"
            )
