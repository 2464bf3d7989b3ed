"""Adding to a list what a person typed: looked up, shown, written into the right file, and never twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readinglist.editing import twin_of
from readinglist.errors import EditRefused
from readinglist.ledger.origin import said
from readinglist.metadata.agreement import people_of
from readinglist.metadata.gathering import prepare
from readinglist.metadata.outcome import Known
from readinglist.metadata.resolving import NotUnderstood, resolve
from readinglist.metadata.setup import desk_of, sources_of
from readinglist.metadata.subject import Subject
from readinglist.metadata.telling import day_of, record_lines, trouble_lines, why
from readinglist.metadata.titles import folded_title
from readinglist.model.entry import ATTRIBUTES, Entry
from readinglist.model.spelling import canonical_name

if TYPE_CHECKING:
    from readinglist.catalog_file.change import Change
    from readinglist.reading_list import ReadingList

from readinglist.metadata.drafting import Draft, draft, implied


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
        if not self.again and (namesake := self._namesake(fields)):
            told = (
                f"'{namesake.id}' has this title and author; change that entry, or say --again if this is another work"
            )
            raise EditRefused(f"{draft.typed}: {told}")
        origins = {
            name: said(each.claim.source, day_of(each.heard), each.value)
            for name, each in draft.record.stated.items()
            if fields.get(name) == each.value
        }
        file = self._file_of(fields.get("area") or ())
        return self.where.add(fields, file=file, again=self.again, write=write, origins=origins)

    def _namesake(self, fields: Mapping[str, Any]) -> Entry | None:
        """Return an entry with the same title, and a first author who is not another one."""
        title, first = folded_title(str(fields.get("title") or "")), _first(people_of(fields.get("author") or []))
        for entry in self.catalog:
            theirs = entry.author[0].family_text.casefold() if entry.author else ""
            if (
                title
                and entry.title
                and folded_title(entry.title) == title
                and (not first or not theirs or first == theirs)
            ):
                return entry
        return None

    def _file_of(self, areas: Collection[str]) -> str | None:
        """Return the file in which the entries of these areas are; None where that is no one file."""
        files = Counter(entry.place.file for entry in self.catalog if not set(entry.area).isdisjoint(areas))
        return files.most_common(1)[0][0] if files else None


def _first(people: Sequence[Mapping[str, str]]) -> str:
    """Return the name by which the first of several people is known, folded."""
    if not people:
        return ""
    parts = (people[0].get("non-dropping-particle"), people[0].get("family") or people[0].get("literal"))
    return " ".join(filter(None, parts)).casefold()


def _nobody(draft: Draft) -> str:
    if not draft.gathered.heard:
        return "nobody was asked for its title"
    reasons = [
        f"{each.source.name} {why(each.outcome)}"
        for each in draft.gathered.heard
        if not isinstance(each.outcome, Known)
    ]
    return "nobody knows its title" + (f" ({'; '.join(reasons)})" if reasons else "")
