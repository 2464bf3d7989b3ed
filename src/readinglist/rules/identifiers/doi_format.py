from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.identifiers import DOI
from readinglist.rules import rule
from readinglist.rules.identifiers._as_stated import not_plain


@rule(Severity.ERROR)
def doi_format(catalog: Catalog) -> Iterator[Finding]:
    r"""A DOI is not in its plain form, or is none.

    A DOI is kept bare, as `10.1145/3360307`: without resolver, without `doi:`, without the full stop that ended
    the sentence it was copied from. So two entries with the same DOI can be seen to be the same work, and a
    style of BibTeX that puts the resolver in front makes a link that works.

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

        @article{resolver,
          doi = {https://doi.org/10.1145/3360307},
        }

    Fine:

        @article{escaped,
          doi = {10.1007/978-3-540-24777-7\_12},
        }

        - id: plain
          DOI: 10.1145/3360307
        - id: parentheses
          DOI: 10.1016/S0140-6736(97)11096-0
    """
    yield from catalog.reported("doi-format")
    yield from not_plain(catalog, DOI, "DOI", {"doi"})
