import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules.names._people import places

_HANDLE = re.compile(r"@\w[\w.@-]+|[a-z][a-z.-]*[0-9_][a-z0-9_.-]*|[A-Za-z0-9]+_[A-Za-z0-9_]+")


@rule(Severity.INFO)
def handle_author(catalog: Catalog) -> Iterator[Finding]:
    """An author is named by what he or she is called on a website.

    `ankur6ue` says little to a reader. If the page says who that is, write the name; else leave it, and ignore
    this rule for the entry.

    Flagged:

        - id: rooflines
          author:
          - {literal: ankur6ue}

        - id: toot
          author:
          - {literal: "@nobody@example.social"}

    Fine:

        - id: bodies
          author:
          - {literal: 3Blue1Brown}
          - {literal: vLLM}
          - {literal: 37signals}
          - {literal: bell hooks}
          - {literal: Voltaire}
    """
    for person in catalog.mentions:
        if person.literal and _HANDLE.fullmatch(person.literal):
            for place in places(catalog, person):
                told = f"'{person.literal}' looks like a name on a website; write who it is, if that is known"
                yield Finding(place, told)
