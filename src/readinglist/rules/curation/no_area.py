from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import states


@rule(Severity.WARNING)
def no_area(catalog: Catalog) -> Iterator[Finding]:
    """An entry belongs to no area, so the list by areas does not show it where it should.

    Where a catalog declares areas, its lists have one section for each. What is not in the list at all
    (`listed: false`) needs none.

    Flagged:

        areas:
          inference: Inference
        references:
        - id: kwon2023paged

    Fine:

        areas:
          inference: Inference
        references:
        - id: kwon2023paged
          area: inference
        - id: the-book-itself
          listed: false

    A catalog without areas needs none either.

        - id: kwon2023paged
    """
    for entry in catalog if catalog.areas else ():
        if (
            entry.place.file in catalog.own_files
            and not entry.area
            and entry.listed
            and not states(catalog, entry.at("area"))
        ):
            yield Finding(entry.at("area"), "this entry is in no area; add one with `area: [name]`, or `listed: false`")
