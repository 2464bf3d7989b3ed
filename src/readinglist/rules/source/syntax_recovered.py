from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.WARNING)
def syntax_recovered(catalog: Catalog) -> Iterable[Finding]:
    """A bibliography is not written as its format wants it.

    A comma is missing, a brace is never closed, a line belongs to no field. It is read as it was probably meant, and
    everything else as it stands; other programs lose the rest of the entry, or of the file. The message names the line.

    Flagged:

        @misc{comma,
          title = {An entry}
          year = 2023,
        }

    Fine:

        @misc{comma,
          title = {An entry},
          year = 2023,
        }
    """
    return catalog.reported("syntax-recovered")
