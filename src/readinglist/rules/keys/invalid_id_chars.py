from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def invalid_id_chars(catalog: Catalog) -> Iterable[Finding]:
    """An id holds a character that some bibliography program does not accept in a citation key.

    Spaces, commas, braces, quotes and letters beyond ASCII each break one consumer or another: a BibTeX file
    that cannot be read, a link that leads nowhere. Letters, digits and `_:.+/-` are safe everywhere. The same
    goes for ids in `aliases`, `needs` and `related`.

    Flagged:

        - id: kwon, 2023

        - id: müller2020

        - id: kwon2023paged
          aliases: ["#paged"]

    Fine:

        - id: kwon2023paged
        - id: DBLP:conf/sosp/Kwon
        - id: 2023-10.draft+1
    """
    return catalog.reported("invalid-id-chars")
