from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.WARNING)
def names_divided(catalog: Catalog) -> Iterable[Finding]:
    """A list of names does not follow the rules, so somebody had to guess where one ends.

    BibTeX divides names by the word `and`, nothing else, and knows `and others` for the rest. Commas and semicolons
    make one person of many, or an entry that some programs leave out. The message says how the list was read.

    Flagged:

        @misc{commas,
          author = {Ann Bell, Carl Dee, Ed Fox, Gus Hall},
          title = {An entry},
        }

        @misc{latin,
          author = {Ann Bell and et al.},
          title = {An entry},
        }

    Fine:

        @misc{and,
          author = {Ann Bell and Carl Dee and van der Maaten, Laurens},
          title = {An entry},
        }
    """
    return catalog.reported("names-divided")
