from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def duplicate_entry(catalog: Catalog) -> Iterable[Finding]:
    """Two entries of a bibliography have the same key.

    BibTeX does not see capitals, so `Kwon2023` and `kwon2023` are one key, too. Programs keep the first or the last of
    the two; here the second gets another key, and is left out only where it says the same.

    Flagged:

        @misc{kwon2023,
          title = {One work},
        }
        @misc{Kwon2023,
          title = {Another work},
        }

    Fine:

        @misc{kwon2023,
          title = {One work},
        }
        @misc{kwon2023other,
          title = {Another work},
        }
    """
    return catalog.reported("duplicate-entry")
