from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def missing_id(catalog: Catalog) -> Iterable[Finding]:
    """An entry has no id.

    The id is how everything else finds the entry: citations, editions, links to the list, `needs` of other
    entries. Once published it should not change, so it is written down and never derived anew.

    Flagged:

        - title: Efficient memory management

    Fine:

        - id: kwon2023paged
          title: Efficient memory management
    """
    return catalog.reported("missing-id")
