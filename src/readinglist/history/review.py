"""What a branch does to a list: the works that it touches, and every fact that helps to decide about them.

It asks nobody: links are judged from the ledger, which `check --changed-since` fills before.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from readinglist.history.differences import Difference, differences
from readinglist.history.git import fork_of
from readinglist.history.states import catalog_of, state_at
from readinglist.ledger.file import Ledger
from readinglist.ledger.origin import Origin
from readinglist.links.check import check_links
from readinglist.links.collect import Links
from readinglist.links.setup import client_of, plan_of
from readinglist.links.telling import findings_of
from readinglist.links.verdict import Judgement, Verdict
from readinglist.metadata.entries import written_fields
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding
from readinglist.model.identity import identities
from readinglist.reading_list import ReadingList

_OF_TWINS = frozenset({"duplicate-identifier", "duplicate-url"})
"""The rules that tell of an entry what its twins tell."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address of a work, and what is known of it; None where it was never asked."""

    field: str
    url: str
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class Card:
    """One work that the branch touches, and what is to be known of it."""

    difference: Difference
    twins: tuple[tuple[str, str], ...] = ()
    """Other entries that are the same work, each with what tells so: `doi:10.1145/3360307`."""
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    whence: tuple[tuple[str, str], ...] = ()
    """The fields that hold what was fetched, each with who said so and when: `crossref@2026-11-21`."""

    @property
    def other_findings(self) -> tuple[Finding, ...]:
        """What is wrong with it besides what its twins tell."""
        return tuple(found for found in self.findings if not self.twins or found.rule not in _OF_TWINS)


@dataclass(frozen=True, slots=True)
class Review:
    """All that a branch does to a list."""

    since: str
    catalog: Catalog
    cards: tuple[Card, ...]
    findings: tuple[Finding, ...]
    """What is wrong with the files and with no work of them."""

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """What is wrong with the files and with each work."""
        return (*self.findings, *(found for card in self.cards for found in card.findings))


def review(where: ReadingList, since: str) -> Review:
    """Return what the list in the folder does to the list at the point where it left another commit."""
    before = catalog_of(where, state_at(where, fork_of(where.config.root, since)))
    after = where.read()
    changed = differences(before, after)
    present = after.only(tuple(each.entry for each in changed if not each.removed))
    findings = list(_findings(where, before, after, present))
    links = Links()
    links.add_catalog(present)
    with Ledger(where.ledger_file) as ledger:
        known = _judgements(where, links, ledger)
        whence: dict[str, tuple[tuple[str, str], ...]] = {
            entry.id: tuple(_whence(after, entry, ledger.origin(entry.id))) for entry in present
        }
    findings = after.in_reading_order([*findings, *_bad_links(known, links, after)])
    by_entry: dict[str, list[Finding]] = {}
    for found in findings:
        entry = after.entry_at(found.place)
        by_entry.setdefault(entry.id if entry else "", []).append(found)
    alike = _by_identity(after)
    cards = (_card(each, by_entry, alike, known, whence) for each in changed)
    return Review(since, after, tuple(cards), tuple(by_entry.get("", ())))


def _card(
    difference: Difference,
    findings: Mapping[str, Sequence[Finding]],
    alike: Mapping[str, Sequence[Entry]],
    known: Mapping[str, Judgement],
    whence: Mapping[str, tuple[tuple[str, str], ...]],
) -> Card:
    if difference.removed:
        return Card(difference)
    entry = difference.entry
    links = Links()
    links.add_catalog([entry])
    asked = (Link(place.field, url, known.get(url)) for url, places in links.places.items() for place in places[:1])
    twins = {twin.id: identity for identity in identities(entry) for twin in alike[identity] if twin.id != entry.id}
    found = tuple(findings.get(entry.id, ()))
    return Card(difference, tuple(twins.items()), tuple(asked), found, whence[entry.id])


def _findings(where: ReadingList, before: Catalog, after: Catalog, present: Catalog) -> Iterator[Finding]:
    """Yield what is wrong with the works of the branch, and what is newly wrong with the files."""
    ids = {entry.id for entry in present}
    known = {(problem.rule, problem.message) for problem in before.problems}
    for found in where.lint(after):
        entry = after.entry_at(found.place)
        if entry.id in ids if entry else (found.rule, found.message) not in known and found in after.problems:
            yield found


def _whence(catalog: Catalog, entry: Entry, origin: Origin) -> Iterator[tuple[str, str]]:
    """Yield the fields that still hold what was fetched, as the ledger remembers it."""
    for name, value in written_fields(catalog, entry).items():
        if fetched := origin.of(name, value):
            yield name, "@".join(fetched)


def _judgements(where: ReadingList, links: Links, ledger: Ledger) -> dict[str, Judgement]:
    settings = where.config.settings
    plan = plan_of(settings, datetime.date.today(), offline=True)
    told = check_links(links.places, lambda: client_of(settings), ledger, plan)
    return {url: each for url, each in told.items() if each.remembered}


def _bad_links(known: Mapping[str, Judgement], links: Links, catalog: Catalog) -> list[Finding]:
    gone = {url: each for url, each in known.items() if each.verdict is Verdict.GONE}
    return findings_of(gone, links.places, catalog, ["gone"])


def _by_identity(catalog: Catalog) -> Mapping[str, Sequence[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in catalog:
        for identity in identities(entry):
            found.setdefault(identity, []).append(entry)
    return found
