import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_PAGES = re.compile(r",? (?:pp\.?|pages?) ?\d+(?:\s?[-–—]+\s?\d+)?", re.IGNORECASE)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WHERE_AND_WHEN = re.compile(
    rf", [^\W\d_][^,]*(?:, [^\W\d_][^,]*){{1,2}}, (?:(?:{_MONTHS}) \d{{1,2}}|\d{{1,2}}[^,]{{0,8}} (?:{_MONTHS}))"
)


@rule(Severity.INFO)
def container_details(catalog: Catalog) -> Iterator[Finding]:
    """The title of proceedings tells where and when they were held, or on which pages.

    Place, date and pages have fields of their own, in which styles find them, or leave them out where there is no
    room: `event-place`, `event-date`, `page`.

    Flagged:

        - id: dblp
          type: paper-conference
          container-title: Proceedings of SOSP 2023, Koblenz, Germany, October 23-26, 2023

        - id: pages
          type: paper-conference
          container-title: Proceedings of SOSP, pages 611-626

    Fine:

        - id: title
          type: paper-conference
          container-title: Proceedings of the 29th Symposium on Operating Systems Principles, SOSP 2023
          event-place: Koblenz, Germany
          event-date: 2023-10-23/2023-10-26
          page: 611-626
    """
    for entry in catalog:
        title = entry.container_title
        if title and (found := _PAGES.search(title)):
            told = f"'{found[0].strip(' ,')}' is no part of the title; write it as `page`"
            yield Finding(entry.at("container-title"), told)
        elif title and _WHERE_AND_WHEN.search(title):
            told = "this title tells where and when, too; write that as `event-place` and `event-date`"
            yield Finding(entry.at("container-title"), told)
