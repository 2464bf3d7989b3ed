from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def entry_dropped(catalog: Catalog) -> Iterable[Finding]:
    """A part of a bibliography is no entry of what was read.

    What goes in comes out, or it is told with its line. BibTeX itself reads an entry that is commented out with `%`, or
    that stands within `@comment`; other programs do not, so it is left out here and named. Take the comment away, or
    the entry.

    Flagged:

        @comment{
        @misc{old,
          title = {An entry that was put aside},
        }
        }

    Fine:

        @misc{kept,
          title = {An entry},
        }
    """
    return catalog.reported("entry-dropped")
