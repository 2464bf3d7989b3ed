from collections.abc import Iterator

from readinglist.errors import did_you_mean, nearest
from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, set_value
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Place
from readinglist.rules import rule
from readinglist.rules._texts import item_place


@rule(Severity.ERROR)
def unknown_area(catalog: Catalog) -> Iterator[Finding]:
    """An entry, or an area, is put into an area that the catalog does not declare.

    The areas are the sections of the list, so a word that is none of them puts the entry nowhere. Correct the
    word, or declare the area under `areas:` at the top of the file.

    Flagged:

        areas:
          inference: Inference
        references:
        - id: kwon2023paged
          area: [inferense]

    Fixed:

        areas:
          inference: Inference
        references:
        - id: kwon2023paged
          area: [inference]

    Flagged:

        areas:
          inference: {title: Inference, parent: systems}
        references:
        - id: kwon2023paged
          area: inference

    Fine:

        areas:
          systems: Systems
          inference: {title: Inference, parent: systems}
        references:
        - id: kwon2023paged
          area: [inference, systems]
    """
    if not catalog.areas:
        return
    for place, name in _used(catalog):
        if name not in catalog.areas:
            guess = nearest(name, catalog.areas)
            fix: Fix | None = set_value(place, guess, safe=False) if guess else None
            hint = did_you_mean(name, catalog.areas) or "declare it under `areas:`"
            yield Finding(place, f"no area named '{name}'; {hint}", fix)


def _used(catalog: Catalog) -> Iterator[tuple[Place, str]]:
    for file, header in catalog.headers.items():
        for name, area in header.areas.items():
            if area.parent:
                yield Place(file, ("areas", name, "parent")), area.parent
    for entry in catalog:
        for index, name in enumerate(entry.area):
            if name not in catalog.areas:
                yield item_place(catalog, entry.at("area"), index), name
