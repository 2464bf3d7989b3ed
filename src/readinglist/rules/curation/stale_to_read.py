import datetime
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.INFO)
def stale_to_read(catalog: Catalog) -> Iterator[Finding]:
    """An entry has been waiting to be read for longer than the list allows.

    Only where `to-read-days` stands under `[lint]` in readinglist.toml, and for entries that say when they were
    `added`.

    Flagged:

        # [lint] to-read-days = 365
        - id: kwon2023paged
          reading: to-read
          added: 2023-10-23

    Fine:

        # [lint] to-read-days = 365
        - id: kwon2023paged
          reading: read
          added: 2023-10-23
        - id: young
          reading: to-read
          added: 2025-12-24
    """
    if catalog.house.to_read_days is None or catalog.today is None:
        return
    limit = (catalog.today - datetime.timedelta(days=catalog.house.to_read_days)).isoformat()
    for entry in catalog:
        if entry.reading == "to-read" and entry.added and entry.added.text < limit[: len(entry.added.text)]:
            yield Finding(entry.at("added"), f"this waits to be read since {entry.added}; read it, or let it go")
