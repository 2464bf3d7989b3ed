from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.WARNING)
def type_fallback(catalog: Catalog) -> Iterable[Finding]:
    """An entry of a bibliography has a type that nobody knows.

    It is read as a document, and its own word is kept aside. BibTeX's styles print such an entry as `@misc`, after a
    warning. Write the type that comes nearest.

    Flagged:

        @gadget{unknown,
          title = {An entry},
        }

    Fine:

        @software{known,
          title = {An entry},
        }
    """
    return catalog.reported("type-fallback")
