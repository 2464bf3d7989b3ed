"""A person has looked at an entry: the day is written down, and its pages as they are now are the right ones."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from readinglist.ledger.file import Ledger
from readinglist.ledger.record import Record
from readinglist.links.check import check_links
from readinglist.links.collect import Links
from readinglist.links.setup import client_of, plan_of
from readinglist.links.verdict import Judgement
from readinglist.model.edit import SetValue
from readinglist.reading_list import ReadingList
from readinglist.web.credentials import without_password

if TYPE_CHECKING:
    from readinglist.catalog_file.change import Change


def stamped(
    where: ReadingList, names: Sequence[str], today: datetime.date, *, write: bool = True
) -> tuple[Change, ...]:
    """Write into entries that a person looked at them today."""
    return where.change(
        lambda catalog: (SetValue(catalog[name].at("verified"), today.isoformat()) for name in names), write=write
    )


def vouched(where: ReadingList, names: Sequence[str], today: datetime.date) -> dict[str, Judgement]:
    """Take the pages of entries as they are now for the right ones, and return how they answer."""
    catalog, settings = where.read(), where.config.settings
    day, links = today.isoformat(), Links()
    links.add_catalog([catalog[name] for name in names])
    plan = replace(plan_of(settings, today, max_age="0"), look_days=0, retries=())
    with Ledger(where.config.root / settings.check.ledger) as ledger:
        for url in map(without_password, links.places):
            known = ledger.get(url) or Record(url, "unknown", "never-asked", day, day)
            ledger.note(replace(known, looked=None, sketch=None, title=None, size=None, vouched=day))
        return check_links(links.places, lambda: client_of(settings), ledger, plan, dois=links.dois)
