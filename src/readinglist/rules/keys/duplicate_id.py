from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def duplicate_id(catalog: Catalog) -> Iterator[Finding]:
    """Two entries have the same id, or ids that differ only in capitals.

    BibTeX does not see capitals, and one of the two would vanish from every bibliography.

    Flagged:

        - id: kwon2023paged
          title: Efficient memory management
        - id: Kwon2023paged
          title: Another paper

    Fine:

        - id: kwon2023paged
          title: Efficient memory management
        - id: kwon2023other
          title: Another paper
    """
    seen: dict[str, str] = {}
    for entry in catalog:
        if (first := seen.setdefault(entry.id.casefold(), entry.id)) is not entry.id:
            yield Finding(entry.at("id"), f"the id '{first}' is taken already; give this entry another one")
