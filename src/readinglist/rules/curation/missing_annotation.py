from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import states


@rule(Severity.WARNING)
def missing_annotation(catalog: Catalog) -> Iterator[Finding]:
    """A listed entry does not say why to read it, and the list asks that of each.

    Only where `annotations = true` stands under `[lint]` in readinglist.toml.

    Flagged:

        # [lint] annotations = true
        - id: kwon2023paged
          title: Efficient memory management

    Fine:

        # [lint] annotations = true
        - id: kwon2023paged
          title: Efficient memory management
          annote: Paging for the KV cache.
        - id: cited-only
          title: Fast inference
          listed: false
    """
    for entry in catalog.listed if catalog.house.annotations else ():
        if not entry.annote and not states(catalog, entry.at("annote")):
            yield Finding(entry.at("annote"), "nothing says why to read this; write it as `annote`")
