"""From what many say to one record, by one table: for each field the most trusted claim, and who says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from readinglist.catalog_file.read import read_fields
from readinglist.importers._values import as_data
from readinglist.metadata.agreement import agree, is_fuller, is_surer_date, people_of
from readinglist.metadata.claim import Claim
from readinglist.metadata.desk import Heard
from readinglist.metadata.gathering import Gathered
from readinglist.metadata.outcome import Known
from readinglist.model.entry import ATTRIBUTES, NAME_FIELDS
from readinglist.model.typography import composed
from readinglist.model.visible import harmless

COMPARED = ("title", "author", "editor", "issued", "DOI", "volume", "issue", "page")
"""Fields of which it is worth telling that two sources disagree."""
_LONGEST = 20_000
_NO_CONTAINER = re.compile(r"github(?: (?:code )?repository)?|arxiv(?: preprint.*)?|corr|online", re.IGNORECASE)
_ADDRESSES_OF_REGISTRIES = frozenset({"doi", "arxiv", "pmid", "pmcid", "isbn"})


@dataclass(frozen=True, slots=True)
class Stated:
    """A field of a record: the claim that was believed, by whom it was made, and what others claim."""

    claim: Claim
    heard: Heard
    others: tuple[tuple[Claim, Heard], ...] = ()

    @property
    def value(self) -> Any:
        """The value, as a catalog holds it."""
        return self.claim.value

    @property
    def conflicting(self) -> tuple[Claim, ...]:
        """The claims of others that cannot be true at the same time."""
        if self.claim.field not in COMPARED:
            return ()
        firm = (claim for claim, _ in self.others if claim.is_firm and claim.source != self.claim.source)
        return tuple(claim for claim in firm if not agree(claim.field, self.claim.value, claim.value))


@dataclass(frozen=True, slots=True)
class Record:
    """What is known about a work, field by field, in the order in which a catalog writes them."""

    stated: Mapping[str, Stated] = field(default_factory=dict)

    @property
    def fields(self) -> dict[str, Any]:
        """The values, as a catalog holds them."""
        return {name: each.value for name, each in self.stated.items()}


def merge(gathered: Gathered) -> Record:
    """Return the record that what was gathered amounts to."""
    by_field: dict[str, list[tuple[Claim, Heard]]] = {}
    for claim, heard in sorted(_claims(gathered), key=_trust):
        by_field.setdefault(claim.field, []).append((claim, heard))
    stated = {name: _chosen(name, claims) for name, claims in by_field.items()}
    _keep_together(stated)
    _leave_out(stated)
    _in_no_journal(stated)
    return Record({name: stated[name] for name in ATTRIBUTES if name in stated})


def _claims(gathered: Gathered) -> Iterator[tuple[Claim, Heard]]:
    for heard in gathered.heard:
        if isinstance(heard.outcome, Known):
            for claim in heard.outcome.claims:
                if clean := cleaned(claim):
                    yield clean, heard


def cleaned(claim: Claim) -> Claim | None:
    """Return a claim without anything that acts instead of showing; None where no catalog could hold it."""
    if claim.field not in ATTRIBUTES:
        return None
    value = _clean(as_data(claim.value))
    if claim.field in NAME_FIELDS:
        value = [dict(person) for person in people_of(value)]
    if value in ("", [], {}, None) or read_fields({claim.field: value}) is None:
        return None
    return Claim(claim.field, value, claim.source, harmless(claim.locator), claim.confidence)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return harmless(composed(value[:_LONGEST]))
    if isinstance(value, Mapping):
        return {name: text for name, each in value.items() if (text := _clean(each))}
    if isinstance(value, list):
        return [text for each in value if (text := _clean(each))]
    return value


def _trust(said: tuple[Claim, Heard]) -> tuple[bool, int, float]:
    """Order by trust: what is firmly claimed before mere hints, then by source, then by confidence."""
    claim, heard = said
    return not claim.is_firm, heard.source.rank, -claim.confidence


def _chosen(name: str, claims: list[tuple[Claim, Heard]]) -> Stated:
    """Choose the first claim, or a later one that says the same more fully."""
    best = claims[0]
    for said in claims[1:]:
        if said[0].is_firm and _is_better(name, best[0].value, said[0].value):
            best = said
    return Stated(*best, tuple(said for said in claims if said is not best))


def _is_better(name: str, ours: Any, theirs: Any) -> bool:
    if name in {"author", "editor"}:
        return is_fuller(theirs, ours)
    return name in {"issued", "available-date"} and is_surer_date(theirs, ours)


def _keep_together(stated: dict[str, Stated]) -> None:
    """Let the genre be that of the source whose type was believed, or none."""
    genre, kind = stated.get("genre"), stated.get("type")
    if not genre or not kind or genre.heard is kind.heard:
        return
    said = next((said for said in genre.others if said[1] is kind.heard), None)
    if said:
        stated["genre"] = Stated(*said)
    else:
        del stated["genre"]


def _leave_out(stated: dict[str, Stated]) -> None:
    """Drop what an identifier says already: the page of a DOI, the DOI of arXiv, "GitHub repository"."""
    doi, url, container = stated.get("DOI"), stated.get("URL"), stated.get("container-title")
    if container and _NO_CONTAINER.fullmatch(str(container.value)):
        del stated["container-title"]
    if doi and "arxiv" in stated and str(doi.value).lower().startswith("10.48550/arxiv."):
        del stated["DOI"]
    elif doi and url and url.heard.subject.kind in _ADDRESSES_OF_REGISTRIES:
        del stated["URL"]


def _in_no_journal(stated: dict[str, Stated]) -> None:
    """Forget that a page calls itself an article of a journal, where it names no journal: `@article` comes easily."""
    kind = stated.get("type")
    if (
        kind
        and kind.value == "article-journal"
        and kind.heard.subject.kind == "url"
        and "container-title" not in stated
    ):
        other = next((said for said in kind.others if said[0].value != kind.value), None)
        stated.pop("type")
        if other:
            stated["type"] = Stated(*other)
