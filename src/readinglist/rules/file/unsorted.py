from collections.abc import Iterator
from itertools import pairwise

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.sorting import in_order_of
from readinglist.rules import rule


@rule(Severity.INFO)
def unsorted(catalog: Catalog) -> Iterator[Finding]:
    """An entry does not stand where the order of the list wants it.

    Asked for by `order` under `[lint]`: the field by which each file is sorted, with a minus in front for the reverse.
    Without it the order of a list is its curator's. Equals, and entries without the field, may stand as they like.

    Flagged:

        # [lint] order = "id"
        - id: zhang2023
        - id: kwon2023

    Fine:

        # [lint] order = "-issued"
        - id: zhang2023
          issued: 2023-10
        - id: kwon2023
          issued: 2022
        - id: undated

        - id: zhang2023
        - id: kwon2023
    """
    if not catalog.house.order:
        return
    for before, entry in pairwise(catalog):
        same_file = before.place.file == entry.place.file in catalog.own_files
        if same_file and in_order_of((before, entry), catalog.house.order)[0] is entry:
            told = f"by {catalog.house.order} this entry stands before '{before.id}'; move it up"
            yield Finding(entry.at("id"), told)
