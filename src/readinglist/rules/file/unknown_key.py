from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def unknown_key(catalog: Catalog) -> Iterable[Finding]:
    """A key is none of those that a catalog knows.

    The set of fields is closed, so that a slip of the finger is seen and not silently left out of every
    bibliography. The message names the field that was probably meant; what has no field goes under `custom`.

    Flagged:

        - id: kwon2023paged
          autor: Kwon, Woosuk

    The keys of a catalog, an area and a name are closed sets, too.

        - id: kwon2023paged
          author:
          - {famly: Kwon, given: Woosuk}

        refrences:
        - id: kwon2023paged

    Fine:

        - id: kwon2023paged
          author: "Kwon, Woosuk"
          custom: {shelf: 3}
    """
    return catalog.reported("unknown-key")
