from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.similarity import compare
from readinglist.rules import rule
from readinglist.rules.duplicates._pairs import Shared, belong_together, called, merging, shared_identities

_KINDS = {"doi": "DOI", "arxiv": "arXiv number", "isbn": "ISBN"}


@rule(Severity.ERROR)
def duplicate_identifier(catalog: Catalog) -> Iterator[Finding]:
    """Two entries have the same DOI, arXiv number or ISBN.

    However it is spelled: as an address, with a version, with hyphens, or as the DOI that arXiv gives. Either one
    work is there twice, or one of the two has the wrong number. A chapter has the ISBN of its book, and is let be;
    so are entries that name each other under `related`.

    Flagged:

        - id: kwon2023paged
          title: Efficient memory management
          arxiv: "2309.06180"
        - id: vllm
          title: Efficient memory management
          URL: https://arxiv.org/pdf/2309.06180v2

    Flagged:

        - id: knuth
          title: The art of computer programming
          ISBN: 978-0-201-89683-1
        - id: aho
          title: Compilers
          ISBN: 0-201-89683-4

    Fine:

        - id: book
          type: book
          title: Handbook
          ISBN: 978-0-201-89683-1
        - id: chapter
          type: chapter
          title: Sorting
          ISBN: 978-0-201-89683-1
        - id: paper
          title: Efficient memory management
          DOI: 10.1145/3600006.3613165
        - id: talk
          title: Efficient memory management
          DOI: 10.1145/3600006.3613165
          related: [paper]
    """
    for shared in shared_identities(catalog):
        if shared.kind in _KINDS and not belong_together(shared.earlier, shared.later):
            earlier = called(catalog, shared.earlier)
            yield Finding(shared.place, f"{earlier} has the same {_KINDS[shared.kind]}; {_advice(catalog, shared)}")


def _advice(catalog: Catalog, shared: Shared) -> str:
    if shared.earlier.title and shared.later.title and not compare(shared.earlier, shared.later).likely:
        return "one work under two titles, or one of the two has a wrong one"
    return merging(catalog, shared.earlier, shared.later)
