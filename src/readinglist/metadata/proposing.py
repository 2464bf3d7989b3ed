"""What is known about a work against what its entry says: what could be filled in, what is better, what differs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from readinglist.metadata.agreement import agree, is_fuller, is_surer_date
from readinglist.metadata.desk import Heard
from readinglist.metadata.merging import COMPARED, Record, Stated
from readinglist.metadata.outcome import Known
from readinglist.metadata.titles import same_title

What = Literal["fill", "perhaps", "better", "differs"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One field that could be otherwise, and who says so."""

    field: str
    old: Any
    stated: Stated
    what: What
    """`fill` an empty field, `perhaps` where that is a hint; `better`: the same, said more fully; `differs`."""

    @property
    def new(self) -> Any:
        """The value that is proposed."""
        return self.stated.value


def proposals(
    fields: Mapping[str, Any], record: Record, *, leave: Collection[str] = (), language: str = "en"
) -> Iterator[Proposal]:
    """Yield what a record knows better than the fields of an entry, in the order of a catalog."""
    for name, stated in record.stated.items():
        if name in leave or name == "type" or (name == "language" and stated.value == language):
            continue
        old = fields.get(name)
        if old in (None, "", []):
            if _belongs(name, fields, record):
                sure = stated.claim.is_firm and not _is_of_another(fields, stated.heard)
                yield Proposal(name, None, stated, "fill" if sure else "perhaps")
        elif what := _compared(name, old, stated):
            yield Proposal(name, old, stated, what)


def _is_of_another(fields: Mapping[str, Any], heard: Heard) -> bool:
    """Tell whether an answer calls the work otherwise than its entry does: an address leads elsewhere after years."""
    ours = str(fields.get("title") or "")
    claims = heard.outcome.claims if isinstance(heard.outcome, Known) else ()
    theirs = next((str(claim.value) for claim in claims if claim.field == "title"), "")
    return bool(ours and theirs) and not same_title(ours, theirs)


def _belongs(name: str, fields: Mapping[str, Any], record: Record) -> bool:
    """Tell whether an empty field is to be filled: not what the identifiers and the type of the entry say already."""
    if name == "genre":
        return fields.get("type") == record.fields.get("type")
    if name == "URL":
        return not fields.get("link") and not fields.get("DOI")
    if name == "container-title" and not record.stated[name].claim.is_firm:
        # That a repository holds what it publishes is nothing new, nor that a book of a series stands in it.
        return record.fields[name] not in (record.fields.get("publisher"), record.fields.get("collection-title"))
    return True


def _compared(name: str, old: Any, stated: Stated) -> What | None:
    if name not in COMPARED or not stated.claim.is_firm:
        return None
    new = stated.value
    if name in {"author", "editor"} and agree(name, old, new):
        return "better" if is_fuller(new, old) else None
    if name == "issued" and is_surer_date(new, old):
        return "better"
    return None if agree(name, old, new) else "differs"
