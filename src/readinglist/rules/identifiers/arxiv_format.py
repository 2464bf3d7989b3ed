from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def arxiv_format(catalog: Catalog) -> Iterable[Finding]:
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

    Fine:

        - id: new
          arxiv: "2309.06180"
        - id: version
          arxiv: "1412.6980v9"
        - id: old
          arxiv: cs/0112017
        - id: class
          arxiv: math.GT/0309136
    """
    return catalog.reported("arxiv-format")
