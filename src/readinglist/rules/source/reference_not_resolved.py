from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.WARNING)
def reference_not_resolved(catalog: Catalog) -> Iterable[Finding]:
    """An entry inherits from one that is not there.

    The fields that `crossref` or `xdata` would have brought are missing: mostly the title of the proceedings, and the
    year. Add the entry that is named, or write the fields here.

    Flagged:

        @inproceedings{paper,
          title = {An entry},
          crossref = {proceedings},
        }

    Fine:

        @inproceedings{paper,
          title = {An entry},
          crossref = {sosp},
        }
        @proceedings{sosp,
          title = {Proceedings},
          year = 2023,
        }
    """
    return catalog.reported("reference-not-resolved")
