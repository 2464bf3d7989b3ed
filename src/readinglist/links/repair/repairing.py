"""The repair of a list: what is proven is written, the rest is a patch to look at."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readinglist.config import Config
from readinglist.ledger.file import Ledger
from readinglist.links.plan import Plan, Watch
from readinglist.links.repair.proposal import Proposal
from readinglist.links.repair.survey import repaired
from readinglist.links.repair.telling import lines
from readinglist.links.repair.writing import addresses_of, edits, titles_in
from readinglist.links.setup import plan_of
from readinglist.model.catalog import Catalog
from readinglist.model.edit import Edit
from readinglist.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from readinglist.catalog_file.change import Change
    from readinglist.model.query import Query
    from readinglist.reading_list import ReadingList
    from readinglist.web.client import Client


@dataclass(frozen=True)
class Repair:
    """One run over a list."""

    where: ReadingList
    catalog: Catalog
    query: Query
    proposals: Mapping[str, Proposal]

    def write(self, *, certain: bool, write: bool) -> tuple[Change, ...]:
        """Give the entries what is proven, or everything that is proposed; return what that changes."""

        def decide(catalog: Catalog) -> Iterator[Edit]:
            return edits(catalog, self.query.select(catalog), self.proposals, certain=certain)

        return self.where.change(decide, write)

    def lines(self, *, certain: bool) -> Iterator[str]:
        """Yield what is proposed, place by place; what is proven only where `certain` says so."""
        for _, place, url in addresses_of(self.catalog, self.query.select(self.catalog)):
            found = self.proposals.get(url)
            if found and (certain or not found.certain):
                yield from lines(found, str(self.catalog.position(place)))


def repair_list(
    where: ReadingList, catalog: Catalog, query: Query, connect: Callable[[], Client], watch: Watch = lambda _: None
) -> Repair:
    """Return what could be repaired in the entries that a query asks for."""
    addresses = list(addresses_of(catalog, query.select(catalog)))
    urls = [url for _, _, url in addresses]
    with Ledger(where.ledger_file) as ledger:
        found = _asked(urls, connect, ledger, _plan(where.config.settings), titles_in(addresses), watch)
    return Repair(where, catalog, query, found)


def repair_urls(
    urls: Sequence[str], config: Config, connect: Callable[[], Client], watch: Watch = lambda _: None
) -> dict[str, Proposal]:
    """Return what could be repaired in a plain list of addresses; what the ledger knows of them, counts."""
    with Ledger(config.root / config.settings.check.ledger if config.file else None) as ledger:
        return _asked(urls, connect, ledger, _plan(config.settings), {}, watch)


def _asked(
    urls: Sequence[str],
    connect: Callable[[], Client],
    ledger: Ledger,
    plan: Plan,
    titles: Mapping[str, str],
    watch: Watch,
) -> dict[str, Proposal]:
    if not urls:
        return {}
    client = connect()
    try:
        return repaired(urls, client, ledger, plan, titles, watch=watch)
    finally:
        client.close()


def _plan(settings: Settings) -> Plan:
    return replace(plan_of(settings, datetime.date.today(), max_age="0"), look_days=0)
