from collections import Counter
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Place
from readinglist.rules import rule


@rule(Severity.WARNING)
def area_size(catalog: Catalog) -> Iterator[Finding]:
    """An area has more entries than the list allows, or fewer.

    A list that picks has to stop somewhere. It is only asked where `area-most` or `area-fewest` stand under
    `[lint]` in readinglist.toml; entries that are not listed do not count, and areas with none are told of anyway.

    Flagged:

        # [lint] area-most = 1
        areas:
          inference: Inference
        references:
        - {id: a, area: inference}
        - {id: b, area: inference}

    Flagged:

        # [lint] area-fewest = 2
        areas:
          inference: Inference
        references:
        - {id: a, area: inference}

    Fine:

        # [lint] area-most = 1
        areas:
          inference: Inference
        references:
        - {id: a, area: inference}
        - {id: b, area: inference, listed: false}
    """
    most, fewest = catalog.house.area_most, catalog.house.area_fewest
    if most is None and fewest is None:
        return
    sizes = Counter(name for entry in catalog.listed for name in entry.area)
    for file, header in catalog.headers.items():
        for name in header.areas:
            place, size = Place(file, ("areas", name)).name(), sizes[name]
            if most is not None and size > most:
                yield Finding(place, f"'{name}' has {size} entries and may have {most}; take some out, or divide it")
            elif fewest is not None and 0 < size < fewest:
                yield Finding(place, f"'{name}' has {size} entries and needs {fewest}; add some, or join it to another")
