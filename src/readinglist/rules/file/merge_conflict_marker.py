from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def merge_conflict_marker(catalog: Catalog) -> Iterable[Finding]:
    """A merge was left unfinished: git's marks still stand in the file.

    The entries on both sides are read as far as they can be, but nobody knows which of them was meant. Keep one
    side, or both, and remove the three marks.

    Flagged:

        <<<<<<< HEAD
        - id: kwon2023paged
        =======
        - id: kwon2023
        >>>>>>> other

    Fine:

        - id: kwon2023paged
          aliases: [kwon2023]
          annote: |
            A heading
            =======
    """
    return catalog.reported("merge-conflict-marker")
