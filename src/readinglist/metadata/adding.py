"""From what a person typed to the fields of a new entry: what is known about the work, under what was stated."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from readinglist.editing import twin_of
from readinglist.errors import EditRefused
from readinglist.ledger.origin import said
from readinglist.metadata.desk import Desk
from readinglist.metadata.gathering import ESSENTIAL, Gathered, gather, prepare
from readinglist.metadata.merging import FIRM, Record, Stated, merge
from readinglist.metadata.outcome import Known
from readinglist.metadata.resolving import NotUnderstood, resolve
from readinglist.metadata.routes import page_of
from readinglist.metadata.setup import desk_of, sources_of
from readinglist.metadata.subject import Kind, Subject
from readinglist.metadata.telling import day_of, record_lines, trouble_lines, why
from readinglist.model.addresses import host_of
from readinglist.model.entry import ATTRIBUTES
from readinglist.model.identity import plain_address
from readinglist.model.spelling import canonical_name
from readinglist.sources._source import Source

if TYPE_CHECKING:
    from readinglist.catalog_file.change import Change
    from readinglist.reading_list import ReadingList

_OWN_FIELD: Mapping[Kind, str] = {
    "doi": "DOI",
    "arxiv": "arxiv",
    "isbn": "ISBN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "github": "github",
    "openreview": "openreview",
    "acl": "acl",
    "dblp": "dblp",
    "swhid": "swhid",
    "url": "URL",
}
_HAS_A_PAGE_ONLY = frozenset({"github", "youtube", "huggingface", "openreview", "acl"})
_TYPES: Mapping[Kind, str] = {
    "isbn": "book",
    "github": "software",
    "swhid": "software",
    "youtube": "motion_picture",
    "doi": "document",
}


@dataclass(frozen=True)
class Draft:
    """A new entry before it is written: what was typed, what was found, and the fields that come of it."""

    typed: str
    subject: Subject
    gathered: Gathered = field(default_factory=lambda: Gathered(()))
    record: Record = field(default_factory=Record)
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def missing(self) -> list[str]:
        """The essential fields that are still empty."""
        return [
            name for name in ESSENTIAL if name not in self.fields and not (name == "author" and "editor" in self.fields)
        ]

    @property
    def is_known(self) -> bool:
        """Whether anybody knows what the work is called."""
        return "title" in self.fields or "label" in self.fields


def implied(typed: str, subject: Subject) -> dict[str, str]:
    """Return the fields that an identifier states by itself."""
    fields = {"type": _TYPES.get(subject.kind, "webpage" if page_of(subject) else "document")}
    if name := _OWN_FIELD.get(subject.kind):
        fields[name] = subject.value
    if subject.kind in _HAS_A_PAGE_ONLY:
        fields["URL"] = page_of(subject)
    if subject.kind == "doi" and typed.startswith(("http://", "https://")) and host_of(typed) != "doi.org":
        fields["link"] = typed
    return fields


def draft(
    desk: Desk | None,
    typed: str,
    subject: Subject,
    stated: Mapping[str, Any],
    *,
    sources: Sequence[Source] = (),
    leave: Collection[str] = (),
    language: str = "en",
) -> Draft:
    """Return the entry for what was typed; without a desk, what that and the stated fields say by themselves."""
    own = implied(typed, subject)
    if desk is None:
        return Draft(typed, subject, fields=own | dict(stated))
    gathered = gather(desk, [subject], sources)
    record = merge(gathered)
    known = {
        name: each.value
        for name, each in record.stated.items()
        if name not in leave and _is_taken(name, each) and (name, each.value) != ("language", language)
    }
    fields = own | known | dict(stated)
    if _leads_elsewhere(own, fields):
        fields.setdefault("link", own["URL"])
    return Draft(typed, subject, gathered, record, {name: value for name, value in fields.items() if value is not None})


def _is_taken(name: str, stated: Stated) -> bool:
    """Tell whether a claim is worth writing down: a hint is, where it is shown and there is nothing better."""
    return stated.claim.confidence >= FIRM or name in {"type", "genre", "title"}


def _leads_elsewhere(own: Mapping[str, str], fields: Mapping[str, Any]) -> bool:
    """Tell whether the address that was typed is another than that of the work."""
    typed, url = own.get("URL"), fields.get("URL")
    return bool(typed and url) and plain_address(str(typed)) != plain_address(str(url))


def typed_and_stated(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the words that name a work, and those that state a field of it: `rating=4`."""
    typed: list[str] = []
    stated: list[str] = []
    for word in words:
        name = word.partition("=")[0].partition(".")[0].strip() if "=" in word else ""
        (stated if name and canonical_name(name) in ATTRIBUTES else typed).append(word)
    return typed, stated


@dataclass
class Errand:
    """Adding to a list what was typed, under what was stated for all of it."""

    where: ReadingList
    stated: Mapping[str, Any]
    again: bool = False
    offline: bool = False
    fetch: bool = True
    failed: bool = False

    def __post_init__(self) -> None:
        self.catalog = self.where.read()
        self.settings = self.where.config.settings.fetch

    @property
    def areas(self) -> list[str]:
        """The areas that an entry can belong to."""
        return list(self.catalog.areas)

    def asks_for(self, typed: list[str]) -> bool:
        """Return whether anything is looked up; add to what was typed an identifier that stands for a whole entry."""
        if not typed and self.fetch and not {"title", "label"} & self.stated.keys():
            typed += [str(self.stated[name]) for name in ("DOI", "arxiv", "URL") if name in self.stated][:1]
        return bool(typed)

    def drafts(self, typed: Sequence[str], complain: Callable[[str], None]) -> Iterator[Draft]:
        """Yield the entry for each thing that was typed; what names no work, or one that is here, is told and left."""
        if len(typed) > 1 and (alone := sorted({"id", "title", "DOI", "arxiv", "URL"} & self.stated.keys())):
            raise EditRefused(f"{alone[0]} cannot be that of {len(typed)} works; add them one by one")
        subjects = self._understood(typed, complain)
        desk = desk_of(self.where.config, offline=self.offline) if self.fetch else None
        sources = sources_of(self.where.config.settings)
        if desk:
            prepare(desk, sources, [subject for _, subject in subjects])
        for text, subject in subjects:
            yield draft(
                desk,
                text,
                subject,
                self.stated,
                sources=sources,
                leave=self.settings.leave,
                language=self.catalog.language,
            )

    def _understood(self, typed: Sequence[str], complain: Callable[[str], None]) -> list[tuple[str, Subject]]:
        found: dict[Subject, str] = {}
        for text in typed:
            try:
                subject = resolve(text)
                if not self.again and (twin := twin_of(self.catalog, implied(text, subject))):
                    raise EditRefused(f"{text}: this is already here as '{twin.id}'; change that entry, or say --again")
            except (NotUnderstood, EditRefused) as error:
                complain(str(error))
                self.failed = True
            else:
                found.setdefault(subject, text)
        return [(text, subject) for subject, text in found.items()]

    def shown(self, draft: Draft) -> Iterator[str]:
        """Yield the record line by line: each field, who says so, and who says otherwise."""
        yield from record_lines(draft.record)

    def remarks(self, draft: Draft) -> Iterator[str]:
        """Yield what a person should know besides: who said nothing and why, and what is still missing."""
        yield from trouble_lines(draft.gathered)
        if draft.missing and draft.is_known:
            yield f"missing: {', '.join(draft.missing)}"

    def write(self, draft: Draft, more: Mapping[str, Any], *, write: bool = True) -> tuple[Change, ...]:
        """Add an entry; refused where nobody knows what the work is called, or where it is in the list."""
        if not draft.is_known:
            raise EditRefused(f"{draft.typed}: {_nobody(draft)}; state it with --title, or try again later")
        fields = {**draft.fields, **more}
        origins = {
            name: said(each.claim.source, day_of(each.heard), each.value)
            for name, each in draft.record.stated.items()
            if fields.get(name) == each.value
        }
        return self.where.add(fields, again=self.again, write=write, origins=origins)


def _nobody(draft: Draft) -> str:
    if not draft.gathered.heard:
        return "nobody was asked for its title"
    reasons = [
        f"{each.source.name} {why(each.outcome)}"
        for each in draft.gathered.heard
        if not isinstance(each.outcome, Known)
    ]
    return "nobody knows its title" + (f" ({'; '.join(reasons)})" if reasons else "")
