import datetime
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.dates import Day
from readinglist.model.entry import ATTRIBUTES
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_PUBLISHED = ("issued", "available-date", "original-date")
_HAPPENED = ("archive-date", "accessed", "added", "read-on", "verified")
_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


@rule(Severity.WARNING)
def date_future(catalog: Catalog) -> Iterator[Finding]:
    """A date lies in the future, where it cannot.

    Nobody can have read a page tomorrow. Publication dates may be up to a year ahead, as journals print them,
    and further for what is forthcoming. (The examples are looked at on the first of January 2026.)

    Flagged:

        - id: published
          issued: 2062

        - id: visited
          accessed: 2026-03-01

        - id: verified
          verified: 2027

    Fine:

        - id: ahead
          issued: 2026-11
          accessed: 2026-01-01
        - id: ongoing
          issued: 2020/..
          event-date: 2028-07
        - id: forthcoming
          issued: 2031
          status: forthcoming
    """
    if catalog.today is None:
        return
    limits: list[tuple[tuple[str, ...], datetime.date]] = [(_HAPPENED, catalog.today + datetime.timedelta(days=1))]
    limits.append((_PUBLISHED, catalog.today + datetime.timedelta(days=366)))
    checked = [
        (name, ATTRIBUTES[name], (limit.year, limit.month, limit.day)) for group, limit in limits for name in group
    ]
    for entry in catalog:
        for name, attribute, limit in checked:
            date = getattr(entry, attribute)
            if date and _first(date.begin) > limit and not (entry.status and name in _PUBLISHED):
                yield Finding(entry.at(name), f"{date} lies in the future; correct the date")


def _first(day: Day) -> tuple[int, int, int]:
    return day.year, _FIRST_MONTHS.get(day.month, day.month) or 1, day.day or 1
