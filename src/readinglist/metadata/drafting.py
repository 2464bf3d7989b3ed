"""A new entry before it is written: what an identifier states by itself, and under it what is known about the work."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from readinglist.metadata.desk import Desk
from readinglist.metadata.gathering import ESSENTIAL, Gathered, gather
from readinglist.metadata.merging import Record, Stated, merge
from readinglist.metadata.outcome import Unavailable
from readinglist.metadata.routes import page_of
from readinglist.metadata.subject import Kind, Subject
from readinglist.model.addresses import host_of, plain_address
from readinglist.sources._source import Source

if TYPE_CHECKING:
    pass

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
    def is_unreachable(self) -> bool:
        """Whether nobody who was asked gave any answer."""
        return bool(self.gathered.heard) and all(isinstance(each.outcome, Unavailable) for each in self.gathered.heard)

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
    return stated.claim.is_firm or name in {"type", "genre", "title"}


def _leads_elsewhere(own: Mapping[str, str], fields: Mapping[str, Any]) -> bool:
    """Tell whether the address that was typed is another than that of the work."""
    typed, url = own.get("URL"), fields.get("URL")
    return bool(typed and url) and plain_address(str(typed)) != plain_address(str(url))
