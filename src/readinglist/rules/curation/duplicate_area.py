from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def duplicate_area(catalog: Catalog) -> Iterable[Finding]:
    """Two files of a catalog declare the same area differently.

    Each area has one title and one description, and which of two would win depended on the order of the files.
    Declare it once; the other files may use it all the same.

    Flagged:

        # systems.yaml
        areas:
          inference: Inference
        references:
        - id: kwon2023paged

        # theory.yaml
        areas:
          inference: Statistical inference
        references:
        - id: efron2016

    Fine:

        # systems.yaml
        areas:
          inference: Inference
        references:
        - id: kwon2023paged

        # theory.yaml
        areas:
          statistics: Statistical inference
        references:
        - id: efron2016
          area: [statistics]
    """
    return catalog.reported("duplicate-area")
