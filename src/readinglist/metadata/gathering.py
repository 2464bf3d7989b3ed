"""Everything that the sources say about a work: asked one by one until nothing essential is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from readinglist.metadata.agencies import agency_of
from readinglist.metadata.claim import Claim
from readinglist.metadata.desk import Desk, Heard
from readinglist.metadata.outcome import Known, Mismatch
from readinglist.metadata.routes import TRUSTED_LEADS, leads, page_of, sources_for
from readinglist.metadata.subject import Subject
from readinglist.metadata.titles import same_title
from readinglist.registry import discover
from readinglist.sources._source import Source

ESSENTIAL = ("title", "author", "issued")
_MOST_RECORDS = 6  # that one subject may lead to


def all_sources() -> tuple[Source, ...]:
    """Return every source there is."""
    return tuple(discover("readinglist.sources", Source).values())


@dataclass
class Gathered:
    """What was heard about a work, in the order in which it was asked."""

    subjects: tuple[Subject, ...]
    heard: list[Heard] = field(default_factory=list)

    @property
    def known(self) -> list[Heard]:
        """The answers that say something about the work."""
        return [each for each in self.heard if isinstance(each.outcome, Known)]

    @property
    def lacks(self) -> list[str]:
        """The essential fields that nobody states."""
        stated = {claim.field for each in self.known for claim in _claims(each) if claim.is_firm}
        if "editor" in stated:
            stated.add("author")
        return [name for name in ESSENTIAL if name not in stated]

    def title(self) -> str:
        """Return the title as the first who knows it states it; nothing where nobody does."""
        titles = (str(claim.value) for each in self.known for claim in _claims(each) if claim.field == "title")
        return next(titles, "")


def gather(desk: Desk, subjects: Iterable[Subject], sources: Sequence[Source] | None = None) -> Gathered:
    """Ask about a work by each of its names; follow where the answers lead, as far as that is the same work."""
    found = Gathered(tuple(subjects))
    errand = _Errand(desk, all_sources() if sources is None else sources, found)
    for subject in found.subjects:
        if subject.kind != "url" or found.lacks:
            errand.ask(subject)
    if found.lacks:
        for subject in found.subjects:
            errand.ask_page(subject)
    return found


def prepare(desk: Desk, sources: Iterable[Source], subjects: Iterable[Subject]) -> None:
    """Ask the services that answer about many works at once; what they say is then in the cache."""
    wanted = list(subjects)
    for source in sources:
        desk.consult_many(source, [subject for subject in wanted if subject.kind in source.kinds])


@dataclass
class _Errand:
    desk: Desk
    sources: Sequence[Source]
    found: Gathered
    seen: set[Subject] = field(default_factory=set)

    def ask(self, subject: Subject, lead_of: Subject | None = None) -> None:
        """Ask the sources for a subject in turn, while something essential is missing."""
        if subject in self.seen or len(self.seen) >= _MOST_RECORDS:
            return
        self.seen.add(subject)
        agency = agency_of(self.desk, subject.value) if subject.kind == "doi" and self._agencies_differ else ""
        known = False
        for source in sources_for(subject, self.sources, agency):
            if known and not self.found.lacks:
                return
            heard = self.desk.consult(source, subject)
            if heard is None:
                continue
            heard = self._checked(heard, lead_of)
            self.found.heard.append(heard)
            if isinstance(heard.outcome, Known):
                known = True
                for lead in leads(subject, heard.outcome):
                    self.ask(lead, subject)

    def ask_page(self, subject: Subject) -> None:
        """Read the page about a subject, where no registry says enough."""
        if subject.kind != "url" and (page := page_of(subject)):
            self.ask(Subject("url", page), subject)

    @property
    def _agencies_differ(self) -> bool:
        return any(source.agency for source in self.sources)

    def _checked(self, heard: Heard, lead_of: Subject | None) -> Heard:
        """Return an answer as it is; that to a lead only if its title is that of the work."""
        if not lead_of or not isinstance(heard.outcome, Known) or (lead_of.kind, heard.subject.kind) in TRUSTED_LEADS:
            return heard
        ours = self.found.title()
        theirs = next((str(claim.value) for claim in heard.outcome.claims if claim.field == "title"), "")
        if not ours or not theirs or same_title(ours, theirs):
            return heard
        return replace(heard, outcome=Mismatch(f"the record is of another work, '{theirs}'"))


def _claims(heard: Heard) -> tuple[Claim, ...]:
    return heard.outcome.claims if isinstance(heard.outcome, Known) else ()
