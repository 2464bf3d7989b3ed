"""The copies of a list's pages: one for each entry that has none yet, nearest to the day that a person last saw it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.errors import ReadingListError
from readinglist.ledger.file import Ledger
from readinglist.links.archive.capture import Capture, NoWord
from readinglist.links.archive.finding import Ask, find
from readinglist.links.archive.queue import Queue
from readinglist.model.edit import Edit, SetValue
from readinglist.model.entry import Entry
from readinglist.web.credentials import without_password

if TYPE_CHECKING:
    from readinglist.catalog_file.change import Change
    from readinglist.model.catalog import Catalog
    from readinglist.reading_list import ReadingList

_SILENT_TIMES = 3
_NOT_WORTH_SAVING = {"gone", "soft-404", "parked", "drifted"}


class NoArchive(ReadingListError):
    """The archive does not answer, so nothing was learned."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What was found for an entry."""

    entry: Entry
    url: str
    day: datetime.date
    """The day that the copy should be of."""
    capture: Capture | None = None
    passed_over: tuple[str, ...] = ()
    trouble: str = ""
    """Why the archive could not say whether it has one."""


def queue_file(where: ReadingList) -> Path:
    """Return where what the archive is to save is written down: beside the ledger."""
    return where.ledger_file.with_name("captures.jsonl")


def copies(ask: Ask, entries: Iterable[Entry], ledger: Ledger, today: datetime.date) -> Iterator[Copy]:
    """Yield what the archive has for each entry that names a page and no copy; raise `NoArchive` where it is silent."""
    silent, heard = 0, False
    for entry in entries:
        if not entry.url or entry.archive_url or not entry.url.startswith(("http://", "https://")):
            continue
        url, day = without_password(entry.url).partition("#")[0], day_of(entry, today)
        try:
            found = find(ask, url, day, ledger.get(url))
        except NoWord as error:
            silent += 1
            if silent >= _SILENT_TIMES and not heard:
                raise NoArchive(f"the Internet Archive does not answer ({error}); try again later") from error
            yield Copy(entry, url, day, trouble=str(error))
        else:
            heard = True
            yield Copy(entry, url, day, found.capture, found.passed_over)


def with_saved(copy: Copy, queue: Queue) -> Copy:
    """Return a copy with what the archive saved when it was asked to, where it had none before."""
    saved = queue.saves[copy.url].capture if copy.url in queue.saves else None
    return copy if copy.capture or not saved else replace(copy, capture=saved)


def day_of(entry: Entry, today: datetime.date) -> datetime.date:
    """Return the day on which somebody last saw the page that is meant; today, where nobody wrote it down."""
    for date in (entry.verified, entry.accessed, entry.added):
        if date:
            begin = date.begin
            return datetime.date(max(1, begin.year), begin.month if 1 <= begin.month <= 12 else 7, begin.day or 1)
    return today


def worth_saving(found: Iterable[Copy], ledger: Ledger) -> Iterator[str]:
    """Yield the addresses of which there is no copy, and of which one could be made: pages that were not seen dead."""
    for copy in found:
        known = ledger.get(copy.url)
        if not copy.capture and not copy.trouble and not (known and known.verdict in _NOT_WORTH_SAVING):
            yield copy.url


def written(where: ReadingList, found: Sequence[Copy], *, write: bool) -> tuple[Change, ...]:
    """Give entries the copies that were found."""

    def decide(catalog: Catalog) -> Iterator[Edit]:
        for copy in found:
            if copy.capture and copy.entry.id in catalog.by_id:
                entry = catalog[copy.entry.id]
                yield SetValue(entry.at("archive-url"), copy.capture.url)
                yield SetValue(entry.at("archive-date"), copy.capture.day)

    return where.change(decide, write)


def as_object(copy: Copy) -> dict[str, object]:
    """Return what was found as data; the order of its keys never changes."""
    return {
        "id": copy.entry.id,
        "url": copy.url,
        "wanted": copy.day.isoformat(),
        "archive-url": copy.capture and copy.capture.url,
        "archive-date": copy.capture and copy.capture.day,
        "passed_over": list(copy.passed_over),
        "trouble": copy.trouble or None,
    }


def lines(copy: Copy) -> Iterator[str]:
    """Yield what was found for people."""
    if copy.capture:
        yield f"{copy.entry.id}: {copy.capture.url}"
    else:
        yield f"{copy.entry.id}: {copy.trouble or 'no copy'} ({copy.url})"
    yield from (f"  not {each}" for each in copy.passed_over)


def summary(found: Sequence[Copy]) -> str:
    """Return one line that counts: `12 entries without a copy: 9 have one in the archive`."""
    having = sum(bool(copy.capture) for copy in found)
    return f"{len(found)} entr{'ies' if len(found) != 1 else 'y'} without a copy: {having} found in the archive"
