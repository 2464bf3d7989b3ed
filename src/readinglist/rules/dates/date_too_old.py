from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

# The first year in which there can be something of a kind.
_FIRST_YEARS = {
    "article-journal": 1665,
    "article-magazine": 1663,
    "broadcast": 1906,
    "motion_picture": 1878,
    "post": 1979,
    "post-weblog": 1994,
    "software": 1945,
    "webpage": 1990,
}


@rule(Severity.WARNING)
def date_too_old(catalog: Catalog) -> Iterator[Finding]:
    """A work is dated before there was anything of its kind.

    There were no web pages before 1990 and no journals before 1665, so a digit of the year is wrong, or the type is.
    What is put on the web much later than it was written has an `original-date` as well.

    Flagged:

        - id: page
          type: webpage
          issued: 1923

        - id: paper
          type: article-journal
          issued: 0223

    Fine:

        - id: page
          type: webpage
          issued: 1993
        - id: aristotle
          type: classic
          issued: -0350
        - id: again
          type: webpage
          issued: 2004
          original-date: 1923
    """
    for entry in catalog:
        first = _FIRST_YEARS.get(entry.type)
        if first and entry.issued and entry.issued.year < first:
            told = f"nothing of the type {entry.type} is older than {first}; correct the date, or the type"
            yield Finding(entry.at("issued"), told)
