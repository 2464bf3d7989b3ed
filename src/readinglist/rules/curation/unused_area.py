from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Place
from readinglist.rules import rule


@rule(Severity.WARNING)
def unused_area(catalog: Catalog) -> Iterator[Finding]:
    """An area is declared, and nothing is in it.

    A list would have a heading with nothing under it. Perhaps its entries use another word for it; else
    remove it until it is needed. An area that other areas are parts of is used by them.

    Flagged:

        areas:
          inference: Inference
          training: Training
        references:
        - id: kwon2023paged
          area: [inference]

    Fine:

        areas:
          systems: Systems
          inference: {title: Inference, parent: systems}
        references:
        - id: kwon2023paged
          area: [inference]
    """
    used = {name for entry in catalog for name in entry.area}
    used |= {area.parent for area in catalog.areas.values() if area.parent}
    for file, header in catalog.headers.items():
        for name in header.areas:
            if name not in used:
                place = Place(file, ("areas", name)).name()
                yield Finding(place, f"nothing is in the area '{name}'; put something into it, or remove it")
