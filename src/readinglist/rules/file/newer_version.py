from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def newer_version(catalog: Catalog) -> Iterable[Finding]:
    """The file says that it is written in a newer format than this program knows.

    Reading it all the same could lose what the new format added, so its entries are left alone. Upgrade
    readinglist, or look why `version` is what it is.

    Flagged:

        version: 99
        references:
        - id: kwon2023paged

    Fine:

        version: 1
        references:
        - id: kwon2023paged
    """
    return catalog.reported("newer-version")
