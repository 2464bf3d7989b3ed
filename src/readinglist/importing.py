"""What becomes of entries that arrive: added, merged into the same work, or there already; nothing is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from readinglist.importers import Arrival, Fields, Imported
from readinglist.keys import free_key
from readinglist.model.catalog import Catalog
from readinglist.model.edit import AddEntry, Edit, SetValue
from readinglist.model.entry import LIST_FIELDS, NAME_FIELDS
from readinglist.model.finding import Finding, Severity
from readinglist.model.identifiers import Key
from readinglist.model.identity import identities_in
from readinglist.model.place import Place
from readinglist.model.spelling import canonical_fields
from readinglist.model.titles import title_key

SAME_WORK = "same-work"
"""An entry that was in the list already, and what of it was taken over."""
PERHAPS_SAME = "perhaps-same-work"
"""An entry that has an identifier or address of another one, though it is called something else."""

# What holds for the version of a work that an entry is about, and not for every version of it.
_OF_ONE_VERSION = frozenset(
    "type genre container-title container-title-short collection-title collection-number volume issue page number"
    " edition version event-title event-place event-date publisher publisher-place issued note others".split()
)
_NEVER_MERGED = frozenset({"id", "type", "aliases", "protect", "added"})


@dataclass(slots=True)
class Outcome:
    """What became of the entries of a source."""

    added: int = 0
    merged: int = 0
    there: int = 0
    findings: list[Finding] = field(default_factory=list)

    def __str__(self) -> str:
        parts = [f"{self.added} new", f"{self.merged} merged into entries of the list", f"{self.there} there already"]
        return ", ".join(parts)


@dataclass(slots=True)
class _Known:
    """An entry of the list, or one on its way into it."""

    id: str
    fields: Fields
    place: Place | None
    changed: frozenset[str] = frozenset()


def arrived(catalog: Catalog, sources: Sequence[Imported], outcomes: list[Outcome], file: str) -> Iterator[Edit]:
    """Yield the edits that take the entries of sources into a catalog; say in `outcomes` what became of each source."""
    shelf = _Shelf(catalog)
    outcomes[:] = [Outcome() for _ in sources]
    for source, outcome in zip(sources, outcomes, strict=True):
        for number, arrival in enumerate(source.entries):
            _one(shelf, arrival, Place(source.file, ("references", number)), outcome)
    yield from _new_areas(catalog, sources, file)
    yield from shelf.edits(file)


def _new_areas(catalog: Catalog, sources: Sequence[Imported], file: str) -> Iterator[Edit]:
    """Yield the edits that declare the areas which the catalog does not know."""
    new: dict[str, dict[str, str]] = {}
    for source in sources:
        for name, area in source.areas.items():
            if name not in catalog.areas:
                new.setdefault(name, {"title": area.title} | ({"parent": area.parent} if area.parent else {}))
    if not new:
        return
    if catalog.headers[file].areas:
        for name, fields in new.items():
            yield SetValue(Place(file, ("areas", name)), fields)
    else:
        yield SetValue(Place(file, ("areas",)), new)


def _one(shelf: _Shelf, arrival: Arrival, place: Place, outcome: Outcome) -> None:
    twin, doubtful = shelf.twin(arrival.fields)
    if twin is None:
        fields = arrival.fields
        if doubtful:
            fields = {**fields, "related": [*_texts(fields.get("related")), doubtful.id]}
            told = (
                f"'{fields['id']}' has an identifier or address of '{doubtful.id}' and another title; kept as its own"
            )
            outcome.findings.append(Finding(place, told, rule=PERHAPS_SAME, severity=Severity.WARNING))
        old = str(fields["id"])
        if (new := free_key(old, shelf.taken, shelf.tried)) != old:
            fields = {**fields, "id": new}
            told = f"the key '{old}' is taken by another entry; this one is '{new}' now"
            outcome.findings.append(Finding(place, told, rule="key-changed", severity=Severity.WARNING))
        shelf.put(_Known(new, fields, None))
        outcome.added += 1
        return
    changed = shelf.merge(twin, arrival)
    outcome.merged += bool(changed)
    outcome.there += not changed
    if changed:
        told = f"this is '{twin.id}' of the list, which now has its {', '.join(sorted(changed))}"
        outcome.findings.append(Finding(place, told, rule=SAME_WORK, severity=Severity.INFO))


class _Shelf:
    """The entries of a list by everything that tells one from another."""

    def __init__(self, catalog: Catalog) -> None:
        self.taken: dict[str, _Known] = {}
        self.tried: dict[str, int] = {}
        self.by_identity: dict[str, tuple[_Known, ...]] = {}
        self.by_title: dict[int, tuple[_Known, ...]] = {}
        self.by_content: dict[str, _Known] = {}
        self.all: list[_Known] = []
        for entry in catalog:
            written: Any = catalog.as_written(entry.place)
            self.put(_Known(entry.id, canonical_fields(written), entry.place))

    def put(self, known: _Known) -> None:
        self.all.append(known)
        for key in (known.id, *_texts(known.fields.get("aliases"))):
            self.taken.setdefault(key.casefold(), known)
        title = _folded(known.fields)
        for identity in identities_in(known.fields):
            self.by_identity[identity] = (*self.by_identity.get(identity, ()), known)
        if title:  # its hash: a long list has a great many titles
            self.by_title[hash(title)] = (*self.by_title.get(hash(title), ()), known)
        else:
            self.by_content.setdefault(_content(known.fields), known)

    def twin(self, fields: Fields) -> tuple[_Known | None, _Known | None]:
        """Return the same work, if it is there, and else one that may be it."""
        title = _folded(fields)
        sharing = [known for each in identities_in(fields) for known in self.by_identity.get(each, ())]
        named = self.taken.get(str(fields["id"]).casefold())
        for known in (*([named] if named else []), *sharing):
            if _alike(title, _folded(known.fields)):
                return known, None
        for known in self.by_title.get(hash(title), ()) if title else ():
            if not _contradict(fields, known.fields) and _folded(known.fields) == title:
                return known, None
        if not title and (same := self.by_content.get(_content(fields))):
            return same, None
        return None, sharing[0] if sharing else None

    def merge(self, known: _Known, arrival: Arrival) -> set[str]:
        """Take over what a known entry does not state; return the fields that changed."""
        known.fields = dict(known.fields)
        changed = set(_taken_over(known.fields, arrival.fields))
        key = str(arrival.fields["id"])
        if arrival.has_own_key and key.casefold() not in self.taken and Key.pattern.fullmatch(key):
            known.fields["aliases"] = [*_texts(known.fields.get("aliases")), key]
            self.taken[key.casefold()] = known
            changed.add("aliases")
        for identity in identities_in(arrival.fields):
            if known not in (there := self.by_identity.get(identity, ())):
                self.by_identity[identity] = (*there, known)
        known.changed |= changed
        return changed

    def edits(self, file: str) -> Iterator[Edit]:
        for known in self.all:
            if known.place is None:
                yield AddEntry(file, known.fields)
            else:
                yield from (SetValue(known.place.at(name), known.fields[name]) for name in sorted(known.changed))


def _taken_over(ours: Fields, theirs: Fields) -> Iterator[str]:
    another_version = ours.get("type") != theirs.get("type")
    for name, value in theirs.items():
        if name in _NEVER_MERGED or (another_version and name in _OF_ONE_VERSION):
            continue
        if name not in ours:
            ours[name] = value
            yield name
        elif name in LIST_FIELDS - NAME_FIELDS and (
            more := [each for each in _texts(value) if each not in _texts(ours[name])]
        ):
            ours[name] = [*_texts(ours[name]), *more]
            yield name


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _folded(fields: Mapping[str, Any]) -> str:
    return title_key(str(fields.get("title") or ""))


def _alike(one: str, other: str) -> bool:
    """Tell whether two folded titles can be of one work: equal, one with its subtitle, or nearly equal."""
    if not one or not other or one == other or one.startswith(other) or other.startswith(one):
        return True
    if re.findall(r"\d+", one) != re.findall(r"\d+", other) or abs(len(one) - len(other)) > 8:
        return False
    import difflib

    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.92


def _contradict(one: Fields, other: Mapping[str, Any]) -> bool:
    """Tell whether two entries of one title are two works: other people, other years, other identifiers."""
    for name in ("DOI", "arxiv", "ISBN"):
        if name in one and name in other and str(one[name]).casefold() != str(other[name]).casefold():
            return True
    if str(one.get("issued") or "")[:4] != str(other.get("issued") or "")[:4]:
        return True
    return _first_name(one) != _first_name(other)


def _first_name(fields: Mapping[str, Any]) -> str:
    names = fields.get("author") or fields.get("editor") or []
    first = names[0] if isinstance(names, list) and names else names
    if isinstance(first, Mapping):
        first = first.get("family") or first.get("literal") or ""
    return str(first).casefold()


def _content(fields: Mapping[str, Any]) -> str:
    return repr(sorted((name, value) for name, value in fields.items() if name not in ("id", "aliases", "related")))
