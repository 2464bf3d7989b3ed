from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def doi_format(catalog: Catalog) -> Iterable[Finding]:
    """A DOI is not in its plain form, or is none.

    A DOI is kept bare, as `10.1145/3360307`: without resolver, without `doi:`, without the full stop that ended
    the sentence it was copied from. So two entries with the same DOI can be seen to be the same work.

    Flagged:

        - id: resolver
          DOI: https://doi.org/10.1145/3360307

    Fixed:

        - id: resolver
          DOI: 10.1145/3360307

    Flagged:

        - id: sentence
          DOI: "10.1145/3360307."

        - id: prefix
          DOI: 11.1145/3360307

    Fine:

        - id: plain
          DOI: 10.1145/3360307
        - id: parentheses
          DOI: 10.1016/S0140-6736(97)11096-0
    """
    return catalog.reported("doi-format")
