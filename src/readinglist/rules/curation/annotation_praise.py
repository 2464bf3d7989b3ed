import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules.curation._said import every_annotation, said


@rule(Severity.INFO)
def annotation_praise(catalog: Catalog) -> Iterator[Finding]:
    """An annotation praises a work instead of saying what is in it.

    Words such as "a groundbreaking must-read" fit any work, so they say nothing of this one. Say what one learns
    from it. The words are `praise` under `[lint]` in readinglist.toml; what stands in quotation marks is somebody
    else's.

    Flagged:

        - id: kwon2023paged
          annote: A groundbreaking paper on serving.

    Flagged:

        # [lint] praise = ["nice"]
        - id: leviathan2022
          annote: Nice read.

    Fine:

        - id: kwon2023paged
          annote: The KV cache in pages, as an operating system keeps memory.
        - id: awesome
          title: Awesome JAX
          annote: A list of libraries, called “awesome” as such lists are; its `stunning` module.
    """
    if not catalog.house.praise:
        return
    words = "|".join(map(re.escape, catalog.house.praise))
    praise = re.compile(rf"(?<![\w“\"'-])(?:{words})(?![\w”\"'-])", re.IGNORECASE)
    for _, place, text in every_annotation(catalog):
        if praise.search(text) and (found := praise.search(said(text))):
            yield Finding(place, f"'{found[0]}' praises and says nothing; say what one learns from this")
