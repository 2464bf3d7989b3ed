"""Preprints that have been published since: who says so, how well it fits, and what the entry would become."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from readinglist.ledger.origin import said
from readinglist.metadata.agreement import agree, is_fuller
from readinglist.metadata.claim import Claim
from readinglist.metadata.desk import Desk, Heard
from readinglist.metadata.entries import subjects_of, written_fields
from readinglist.metadata.gathering import Gathered, gather, prepare
from readinglist.metadata.matching import Decision, Match, decide
from readinglist.metadata.merging import Record, Stated, merge
from readinglist.metadata.outcome import Known
from readinglist.metadata.proposing import Proposal
from readinglist.metadata.resolving import subject_of
from readinglist.metadata.routes import sources_for
from readinglist.metadata.setup import sources_of
from readinglist.metadata.subject import Kind, Subject
from readinglist.metadata.telling import day_of
from readinglist.metadata.titles import folded_title
from readinglist.metadata.version import Version, version_in
from readinglist.model.entry import Entry
from readinglist.sources._source import Source

if TYPE_CHECKING:
    from readinglist.catalog_file.change import Change
    from readinglist.model.catalog import Catalog
    from readinglist.reading_list import ReadingList

_MOST_CANDIDATES = 8
_PUBLISHED: frozenset[Kind] = frozenset({"doi", "acl", "openreview", "dblp", "pmid", "url"})
_OF_THE_PUBLISHED = frozenset(
    """type container-title container-title-short collection-title volume issue page number event-title event-place
    publisher publisher-place issued DOI ISSN ISBN editor""".split()
)
"""What an upgrade takes over from the published version; all else of the entry stays."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A preprint of the list, what was found, and what its entry would become."""

    entry: Entry
    decision: Decision
    gathered: Gathered
    proposals: tuple[Proposal, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def match(self) -> Match | None:
        """The published version that is proposed."""
        return next(iter(self.decision.proposed), None)


def is_preprint(entry: Entry) -> bool:
    """Return whether an entry is a preprint without a place where it was published."""
    if entry.container_title and "arxiv" not in entry.container_title.lower():
        return False
    doi = (entry.doi or "").lower()
    server = doi.startswith(("10.48550/", "10.1101/", "10.26434/", "10.2139/", "10.20944/", "10.31219/"))
    return server or (bool(entry.arxiv) and not doi)


def write(where: ReadingList, found: Iterable[Upgrade], *, write: bool = True) -> tuple[Change, ...]:
    """Give the entries of published preprints what is proposed for them; what contradicts an entry stays as it is."""
    fields: dict[str, dict[str, Any]] = {}
    origins: dict[str, dict[str, str]] = {}
    for each in found:
        taken = [proposal for proposal in each.proposals if proposal.what != "differs"]
        if taken:
            fields[each.entry.id] = {proposal.field: proposal.new for proposal in taken}
            fields[each.entry.id] |= dict.fromkeys(each.removed)
            origins[each.entry.id] = {
                proposal.field: said(proposal.stated.claim.source, day_of(proposal.stated.heard), proposal.new)
                for proposal in taken
            }
    return where.fill(fields, origins=origins, write=write) if fields else ()


@dataclass(frozen=True, slots=True)
class _Lead:
    subject: Subject
    by: str
    linked: bool


def upgrade(desk: Desk, sources: Sequence[Source], entry: Entry, fields: dict[str, Any]) -> Upgrade:
    """Return which published version of a preprint is known: named by somebody, or else found by a search."""
    subjects = subjects_of(entry)
    gathered = Gathered(subjects)
    leads = list(_named(desk, sources, subjects, gathered))
    known = merge(gathered).fields
    preprint = version_in({**known, **fields}, names=(f"{each.kind}:{each.value}" for each in subjects))
    found = _looked_up(desk, sources, leads, gathered)
    decision = decide(preprint, found)
    if not decision.proposed:
        leads = [*leads, *_searched(desk, sources, preprint, gathered)]
        found = _looked_up(desk, sources, leads, gathered)
        decision = decide(preprint, found)
    if not decision.proposed:
        return Upgrade(entry, decision, gathered)
    record = found[next(each for each in found if set(each.names) & set(decision.proposed[0].version.names))]
    changes = tuple(_changes(fields, record))
    removed = tuple(name for name in ("genre", "publisher") if name in fields and name not in record.fields)
    return Upgrade(entry, decision, gathered, changes, removed)


def _named(desk: Desk, sources: Sequence[Source], subjects: Iterable[Subject], gathered: Gathered) -> Iterator[_Lead]:
    """Yield what those who know the preprint name as other versions of it."""
    for subject in subjects:
        if subject.kind == "url":
            continue
        for source in sources_for(subject, sources):
            if heard := desk.consult(source, subject):
                gathered.heard.append(heard)
                yield from (_Lead(lead, source.name, True) for lead in _leads(heard))


def _searched(desk: Desk, sources: Sequence[Source], preprint: Version, gathered: Gathered) -> Iterator[_Lead]:
    if not preprint.title:
        return
    words = Subject("words", f"{folded_title(preprint.title)} {next(iter(preprint.families), '')}".strip())
    for source in sources_for(words, sources):
        if heard := desk.consult(source, words):
            gathered.heard.append(heard)
            yield from (_Lead(lead, source.name, False) for lead in _leads(heard))


def _leads(heard: Heard) -> Iterator[Subject]:
    for name in heard.outcome.see if isinstance(heard.outcome, Known) else ():
        lead = subject_of(name)
        if lead and lead.kind in _PUBLISHED and lead != heard.subject:
            yield lead


def _looked_up(
    desk: Desk, sources: Sequence[Source], leads: Iterable[_Lead], gathered: Gathered
) -> dict[Version, Record]:
    """Return the records that leads lead to; one that two name is one."""
    found: dict[Version, Record] = {}
    by_subject: dict[Subject, list[_Lead]] = {}
    for lead in leads:
        by_subject.setdefault(lead.subject, []).append(lead)
    for subject, own in list(by_subject.items())[:_MOST_CANDIDATES]:
        one = gather(desk, [subject], sources)
        record = merge(one)
        if "title" not in record.fields:
            gathered.heard += [each for each in one.heard if not isinstance(each.outcome, Known)]
            continue
        linked, name = any(each.linked for each in own), f"{subject.kind}:{subject.value}"
        version = version_in(record.fields, names=[name], linked=linked)
        found[replace(version, sources=tuple(dict.fromkeys(each.by for each in own)))] = record
    return found


def _changes(fields: dict[str, Any], record: Record) -> Iterator[Proposal]:
    """Yield what of an entry would be otherwise: where and when it was published; the longer list of authors stays."""
    for name, stated in record.stated.items():
        old, new = fields.get(name), stated.value
        if not stated.claim.is_firm or old == new:
            continue
        if name in _OF_THE_PUBLISHED:
            yield Proposal(name, old, stated, "better" if old else "fill")
            if name == "issued" and old and not fields.get("available-date"):
                first = Claim("available-date", old, "entry", "issued", 1.0)
                yield Proposal("available-date", None, Stated(first, stated.heard), "fill")
        elif name == "title" and old and folded_title(str(old)) != folded_title(str(new)):
            yield Proposal(name, old, stated, "better")
        elif name == "author" and not agree(name, old, new):
            yield Proposal(name, old, stated, "better" if is_fuller(new, old) else "differs")


def upgrades(desk: Desk, where: ReadingList, catalog: Catalog, entries: Iterable[Entry]) -> Iterator[Upgrade]:
    """Yield what became of each preprint among the entries."""
    sources = sources_of(where.config.settings)
    preprints = [entry for entry in entries if is_preprint(entry)]
    prepare(desk, sources, (subject for entry in preprints for subject in subjects_of(entry)))
    for entry in preprints:
        yield upgrade(desk, sources, entry, dict(written_fields(catalog, entry)))
