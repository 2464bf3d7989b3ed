from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def wrong_type(catalog: Catalog) -> Iterable[Finding]:
    """A value is of another kind than its field: a list for a text, a word for a number.

    Where one text stands for a list of one, it is taken as such; everything else that does not fit would have
    to be guessed, and is left out until somebody says what is meant.

    Flagged:

        - id: kwon2023paged
          title: [Efficient memory management]

        - id: long
          minutes: an hour

        - id: state
          reading: finished

    Fine:

        - id: kwon2023paged
          title: "[Efficient memory management]"
          tags: memory
          minutes: 60
          reading: read
    """
    return catalog.reported("wrong-type")
