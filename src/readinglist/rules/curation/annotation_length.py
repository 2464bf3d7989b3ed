from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules.curation._said import every_annotation, said


@rule(Severity.WARNING)
def annotation_length(catalog: Catalog) -> Iterator[Finding]:
    """An annotation is longer than the list allows, or shorter.

    Only where `annotation-longest` or `annotation-shortest` stand under `[lint]` in readinglist.toml. Addresses and
    code do not count.

    Flagged:

        # [lint] annotation-longest = 20
        - id: kwon2023paged
          annote: It is a long story that somebody began to tell.

    Flagged:

        # [lint] annotation-shortest = 10
        - id: kwon2023paged
          annote: Good.

    Fine:

        # [lint] annotation-longest = 20
        - id: kwon2023paged
          annote: See [the code](https://github.com/vllm-project/vllm).
    """
    longest, shortest = catalog.house.annotation_longest, catalog.house.annotation_shortest
    if longest is None and shortest is None:
        return
    for _, place, text in every_annotation(catalog):
        length = len(said(text))
        if longest is not None and length > longest:
            yield Finding(place, f"this annotation has {length} characters and may have {longest}; shorten it")
        elif shortest is not None and length < shortest:
            yield Finding(place, f"this annotation has {length} characters and needs {shortest}; say more")
