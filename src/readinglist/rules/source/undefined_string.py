from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.WARNING)
def undefined_string(catalog: Catalog) -> Iterable[Finding]:
    """A name without quotes stands for nothing.

    In BibTeX a word without braces is the name of an `@string`. Where none is defined, most programs leave the field
    empty, or write the name; here the name is taken as text. Define it, or put the text in braces.

    Flagged:

        @article{bare,
          title = {An entry},
          journal = jmlr,
        }

    Fine:

        @string{jmlr = {Journal of Machine Learning Research}}
        @article{defined,
          title = {An entry},
          journal = jmlr,
          month = jan,
        }
    """
    return catalog.reported("undefined-string")
