"""What the sources know better than the entries of a list: proposed, and written where wanted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readinglist.errors import ReadingListError
from readinglist.ledger.file import Ledger
from readinglist.ledger.origin import said
from readinglist.links.plan import Progress, Watch
from readinglist.metadata.desk import Desk
from readinglist.metadata.entries import subjects_of, written_fields
from readinglist.metadata.gathering import Gathered, gather, prepare
from readinglist.metadata.merging import Record, merge
from readinglist.metadata.outcome import Known, Unavailable
from readinglist.metadata.proposing import Proposal, proposals
from readinglist.metadata.setup import sources_of
from readinglist.metadata.telling import day_of, explained
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry

if TYPE_CHECKING:
    from readinglist.catalog_file.change import Change
    from readinglist.reading_list import ReadingList


_SILENT_TIMES = 5


class NobodyAnswered(ReadingListError):
    """Whoever was asked, there was no answer: most likely there is no network."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was found out about one entry."""

    entry: Entry
    gathered: Gathered
    record: Record
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True)
class Fetching:
    """Asking about the entries of a list."""

    where: ReadingList
    desk: Desk

    def fetch(self, catalog: Catalog, entries: Iterable[Entry], watch: Watch | None = None) -> Iterator[Fetched]:
        """Yield what was found out about each entry that states an identifier or an address.

        `watch` is told how far it is. Raises `NobodyAnswered` where the first few get no answer at all.
        """
        settings = self.where.config.settings
        sources = sources_of(settings)
        wanted = [(entry, subjects) for entry in entries if (subjects := subjects_of(entry))]
        prepare(self.desk, sources, (subject for _, subjects in wanted for subject in subjects))
        silent = 0
        for number, (entry, subjects) in enumerate(wanted, 1):
            if watch:
                watch(Progress(number - 1, len(wanted), {}))
            gathered = gather(self.desk, subjects, sources)
            silent += bool(gathered.heard) and all(isinstance(each.outcome, Unavailable) for each in gathered.heard)
            if silent == number == min(len(wanted), _SILENT_TIMES):
                raise NobodyAnswered("nobody answers; is there a network? --offline shows what is in the cache")
            record = merge(gathered)
            fields = written_fields(catalog, entry)
            found = proposals(fields, record, leave=settings.fetch.leave, language=catalog.language)
            yield Fetched(entry, gathered, record, tuple(found))

    def write(
        self, found: Iterable[Fetched], update: Collection[str] = (), *, write: bool = True
    ) -> tuple[Change, ...]:
        """Write what was proposed: what fills an empty field, and of what replaces a value the fields in `update`."""
        fields: dict[str, dict[str, Any]] = {}
        origins: dict[str, dict[str, str]] = {}
        for each in found:
            for proposal in each.proposals:
                if proposal.what == "fill" or proposal.field in update:
                    name, stated = each.entry.id, proposal.stated
                    fields.setdefault(name, {})[proposal.field] = proposal.new
                    whence = said(stated.claim.source, day_of(stated.heard), proposal.new)
                    origins.setdefault(name, {})[proposal.field] = whence
        return self.where.fill(fields, origins=origins, write=write) if fields else ()

    def explain(self, catalog: Catalog, entry: Entry) -> Iterator[str]:
        """Yield where each field of an entry comes from, and everything that is said about it."""
        gathered = gather(self.desk, subjects_of(entry), sources_of(self.where.config.settings))
        origin = Ledger(self.where.ledger_file).origin(entry.id)
        return explained(written_fields(catalog, entry), merge(gathered), gathered, origin)


def summary(found: Iterable[Fetched]) -> str:
    """Return in a line what came of it."""
    all_ = list(found)
    count = {what: sum(each.what == what for one in all_ for each in one.proposals) for what in _KINDS}
    known = sum(any(isinstance(each.outcome, Known) for each in one.gathered.heard) for one in all_)
    parts = [f"{number} {_KINDS[what]}" for what, number in count.items() if number]
    return f"{known} of {len(all_)} entries known to somebody" + (
        f"; {', '.join(parts)}" if parts else "; nothing to add"
    )


_KINDS = {"fill": "to fill", "perhaps": "perhaps", "better": "more exact", "differs": "that differ"}
