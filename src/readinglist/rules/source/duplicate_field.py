from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def duplicate_field(catalog: Catalog) -> Iterable[Finding]:
    """An entry of a bibliography states a field twice.

    The first of the two counts, as in BibTeX, and the other is kept aside; other programs take the last one, and say
    nothing. Keep the one that is right.

    Flagged:

        @misc{twice,
          title = {One title},
          title = {Another title},
        }

    Fine:

        @misc{once,
          title = {One title},
          note = {Another title},
        }
    """
    return catalog.reported("duplicate-field")
