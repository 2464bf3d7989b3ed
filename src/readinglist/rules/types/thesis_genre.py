from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.WARNING)
def thesis_genre(catalog: Catalog) -> Iterator[Finding]:
    """A thesis does not say which degree it was for.

    Every style prints it, BibTeX even has two types of entries for it, and the type alone does not tell. `genre` does:
    `PhD thesis`, `Master's thesis`.

    Flagged:

        - id: shannon1937
          type: thesis
          publisher: Massachusetts Institute of Technology

    Fine:

        - id: shannon1937
          type: thesis
          genre: Master's thesis
          publisher: Massachusetts Institute of Technology
        - id: report
          type: report
    """
    for entry in catalog:
        if entry.type == "thesis" and not entry.genre:
            yield Finding(entry.at("type"), "which degree was it for? add `genre`, such as PhD thesis")
