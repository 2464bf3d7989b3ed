from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.model.identity import identities
from readinglist.model.versions import versions
from readinglist.rules import rule
from readinglist.rules.duplicates._pairs import belong_together, called, merging


@rule(Severity.WARNING)
def duplicate_work(catalog: Catalog) -> Iterator[Finding]:
    """Two entries without a common identifier are so alike that they may be one work.

    Titles, people, years, places and numbers are compared, and each difference costs some points of 1; the finding
    says which. From 0.97 on they are called the same work, from 0.75 on they are worth a look. Another number,
    edition, volume or year in the title, and another `+` or `#`, cost so much that parts, editions and yearly
    reports are never called the same. Entries that name each other under `related` are two works.

    Flagged:

        - id: wiener
          type: book
          title: Cybernetics, or control and communication in the animal and the machine
          author:
          - {family: Wiener, given: Norbert}
          issued: 1948
        - id: wiener1948
          type: book
          title: Cybernetics, or Control and Comunication in the Animal and the Machine
          author:
          - {family: Wiener, given: N.}
          issued: 1948

    Fine:

        - id: report-2022
          type: report
          title: State of the Region Report 2022
          author:
          - {literal: World Meteorological Organization}
          issued: 2022
        - id: report-2023
          type: report
          title: State of the Region Report 2023
          author:
          - {literal: World Meteorological Organization}
          issued: 2023
        - id: first-edition
          title: Introduction to algorithms
          edition: 1
          author:
          - {family: Cormen, given: Thomas}
        - id: second-edition
          title: Introduction to algorithms
          edition: 2
          author:
          - {family: Cormen, given: Thomas}
    """
    for one, other, similarity in catalog.lookalikes:
        if not versions(one, other) and not belong_together(one, other) and not _share_an_identity(one, other):
            what = "is the same work" if similarity.certain else "may be the same work"
            told = f"{called(catalog, one)} {what} ({similarity}); {merging(catalog, one, other)}"
            told += ", `related` keeps them apart" * (other.place.file in catalog.own_files)
            yield Finding(other.at("title"), told[:250])


def _share_an_identity(one: Entry, other: Entry) -> bool:
    return not set(identities(one)).isdisjoint(identities(other))
