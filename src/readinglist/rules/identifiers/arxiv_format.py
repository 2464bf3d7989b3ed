from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.identifiers import ArXiv
from readinglist.rules import rule
from readinglist.rules.identifiers._as_stated import not_plain


@rule(Severity.ERROR)
def arxiv_format(catalog: Catalog) -> Iterator[Finding]:
    """An arXiv number is not one that arXiv could have given.

    The month must be one, and a number has five digits after the point since 2015, four before. Most often the
    last zero was lost on the way through a program that took the number for a decimal fraction.

    Flagged:

        - id: month
          arxiv: "2313.06180"

        - id: zero
          arxiv: "2309.0618"

        - id: address
          arxiv: https://arxiv.org/abs/2309.06180v2

    Fixed:

        - id: address
          arxiv: 2309.06180v2

    Flagged:

        @misc{month,
          arxiv = {2313.06180},
        }

        @misc{zero,
          eprint = {2309.0618},
          archiveprefix = {arXiv},
        }

    Fine:

        @misc{plain,
          eprint = {2309.06180},
          archiveprefix = {arXiv},
        }

        @misc{elsewhere,
          eprint = {12345},
          archiveprefix = {jstor},
        }

        - id: new
          arxiv: "2309.06180"
        - id: version
          arxiv: "1412.6980v9"
        - id: old
          arxiv: cs/0112017
        - id: class
          arxiv: math.GT/0309136
    """
    yield from catalog.reported("arxiv-format")
    yield from not_plain(catalog, ArXiv, "arxiv", {"eprint", "arxiv", "arxivid"})
