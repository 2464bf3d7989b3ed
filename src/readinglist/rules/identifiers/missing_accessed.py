from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import states

_WEB = frozenset({"post", "post-weblog", "webpage"})


@rule(Severity.INFO)
def missing_accessed(catalog: Catalog) -> Iterator[Finding]:
    """A web page without a date does not say when it was read, either.

    Pages change. Where a page has no date, the day on which it was read is all that tells which of its states is
    meant. A date is written by who looked; no fix can do so.

    Flagged:

        - id: undated
          type: webpage
          URL: https://example.org/

    Fine:

        - id: dated
          type: webpage
          URL: https://example.org/
          issued: 2023
        - id: read
          type: webpage
          URL: https://example.org/
          accessed: 2025-01-28
        - id: archived
          type: webpage
          URL: https://example.org/
          archive-url: https://web.archive.org/web/2024/https://example.org/
    """
    for entry in catalog:
        dated = entry.accessed or entry.archive_url or entry.verified
        if entry.type in _WEB and entry.url and not dated and not states(catalog, entry.at("issued")):
            yield Finding(entry.at("accessed"), "this page has no date; say when you read it as `accessed`")
