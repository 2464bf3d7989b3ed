from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.WARNING)
def latex_not_decoded(catalog: Catalog) -> Iterable[Finding]:
    r"""A text holds a TeX command that nobody but its author knows.

    Accents, signs and formulas become the characters that they print. What is left is a command of a package, or of the
    document, and stands in every list and page as it is. Write what it prints.

    Flagged:

        @misc{own,
          title = {The \myproduct{} manual},
        }

    Fine:

        @misc{known,
          title = {G\"odel, \emph{Escher} \& Bach},
        }
    """
    return catalog.reported("latex-not-decoded")
