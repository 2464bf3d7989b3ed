import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.dates import Date, Day
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_MONTH = re.compile(r"(?:[a-z-]+(?:\.[A-Z]{2})?/)?(\d\d)(\d\d)")
_FIRST_YEAR_OF_ARXIV = 91
_LAST_MONTHS = {0: 12, 21: 6, 22: 9, 23: 12, 24: 12}


@rule(Severity.WARNING)
def date_id_mismatch(catalog: Catalog) -> Iterator[Finding]:
    """A preprint is dated before its arXiv number was given out.

    The number begins with the year and month: 2309.06180 is of September 2023. A preprint cannot be older, so
    either the date or the number is that of another paper. A month is allowed for, and a work that appeared
    elsewhere may have come to arXiv many years later.

    Flagged:

        - id: kwon2023paged
          arxiv: "2309.06180"
          issued: 2022-09-12

        - id: year
          arxiv: cs/0112017
          available-date: 2000
          DOI: 10.1145/3600006.3613165

    Fine:

        - id: kwon2023paged
          arxiv: "2309.06180"
          issued: 2023
        - id: midnight
          arxiv: "2301.00010"
          issued: 2022-12-31
        - id: later
          arxiv: "2309.06180"
          issued: 2024-05
        - id: journal
          arxiv: "0807.1234"
          issued: 1997
          container-title: Annals of Mathematics
        - id: old
          arxiv: hep-th/9711200
          issued: 1997-11-27
    """
    for entry in catalog:
        if entry.arxiv and (found := _MONTH.match(entry.arxiv)):
            year, month = int(found[1]), int(found[2])
            year += 1900 if year >= _FIRST_YEAR_OF_ARXIV else 2000
            for name, date in _dates_of_the_preprint(entry):
                if date and _last_month(date.end or date.begin) + 1 < year * 12 + month and not date.open_end:
                    told = f"arXiv gave out {entry.arxiv} in {year}-{month:02d}, after {date}; correct one of the two"
                    yield Finding(entry.at(name), told)


def _dates_of_the_preprint(entry: Entry) -> Iterator[tuple[str, Date | None]]:
    yield "available-date", entry.available_date
    elsewhere = entry.container_title or (entry.doi and not entry.doi.lower().startswith("10.48550/"))
    if not (elsewhere or entry.isbn or entry.event_title or entry.publisher not in {None, "arXiv"}):
        yield "issued", entry.issued


def _last_month(day: Day) -> int:
    return day.year * 12 + _LAST_MONTHS.get(day.month, day.month)
