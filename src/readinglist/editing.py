"""What the editing commands decide: a catalog and a wish into edits, nothing written yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from readinglist.catalog_file.read import read_fields
from readinglist.catalog_file.write import in_order
from readinglist.errors import EditRefused, UnknownName
from readinglist.keys import new_key
from readinglist.model.catalog import Catalog
from readinglist.model.edit import AddEntry, Data, Edit, Remove, SetValue
from readinglist.model.entry import ATTRIBUTES, LIST_FIELDS, NAME_FIELDS, Entry
from readinglist.model.identifiers import Key
from readinglist.model.identity import identities
from readinglist.model.malformed import Malformed
from readinglist.model.person import person_fields, split_names
from readinglist.model.place import Place
from readinglist.model.spelling import FIELD_ALIASES, canonical_fields, canonical_name

REFERRING = ("needs", "related")


def parse_assignments(words: Sequence[str]) -> dict[str, Data]:
    """Return the fields that `FIELD=VALUE` words state; an empty value takes the field away.

    Names are joined by `and`, the items of other lists by commas; `annote.de=…` reaches into a map.
    """
    fields: dict[str, Data] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise EditRefused(f"'{word}' is no assignment; write FIELD=VALUE, such as year=2024")
        outer, dot, inner = name.strip().partition(".")
        field = known_field(outer)
        if dot:
            fields[f"{field}.{inner}"] = value
        else:
            fields[field] = field_value(field, value)
    return fields


def known_field(word: str) -> str:
    """Return the field that a word names, or raise `UnknownName` with the nearest."""
    name = canonical_name(word)
    if name not in ATTRIBUTES:
        raise UnknownName(
            "field", word, {*ATTRIBUTES, *FIELD_ALIASES}, "what has no field of its own goes under `custom`"
        )
    return name


def field_value(name: str, text: str) -> Data:
    """Return the data for a field that was given as one text; None for an empty one."""
    if not text.strip():
        return None
    if name in NAME_FIELDS:
        try:
            return [dict(_fields_of(person)) for person in split_names(text)]
        except Malformed as error:
            raise EditRefused(f"{name}: {error.message}") from error
    if name in LIST_FIELDS:
        return [item.strip() for item in text.split(",") if item.strip()]
    return text


def _fields_of(name: str) -> Mapping[str, str]:
    parts: Any = person_fields(name)
    return dict(parts)


def added(
    catalog: Catalog, fields: Mapping[str, Data], file: str | None = None, *, again: bool = False
) -> Iterator[Edit]:
    """Yield the edit that appends an entry, to the catalog's last file unless one is named.

    A work that is there already is refused, unless it is to be there `again`.
    """
    fields = {name: value for name, value in canonical_fields(fields).items() if value is not None}
    name = str(fields.get("id") or new_key(fields, _taken(catalog)))
    if name.casefold() in _taken(catalog):
        raise EditRefused(f"there is an entry '{name}' already; choose another id, or change it with `readinglist set`")
    if not again and (twin := twin_of(catalog, fields)):
        raise EditRefused(f"this is already here as '{twin.id}'; change that entry, or say --again")
    yield AddEntry(file or list(catalog.written)[-1], {"id": name} | dict(fields))


def _taken(catalog: Catalog) -> set[str]:
    return {key.casefold() for key in (*catalog.by_id, *catalog.by_alias)}


def twin_of(catalog: Catalog, fields: Mapping[str, Any]) -> Entry | None:
    """Return the entry that has an identifier or address of these fields."""
    own = read_fields(fields)
    wanted = set(identities(own)) if own else set()
    return next((entry for entry in catalog if not wanted.isdisjoint(identities(entry))), None) if wanted else None


def assigned(catalog: Catalog, name: str, fields: Mapping[str, Data]) -> Iterator[Edit]:
    """Yield the edits that give an entry these values; None takes a field away."""
    entry = catalog[name]
    if "id" in fields:
        raise EditRefused("an id is changed with `readinglist rename`, which keeps the old one working")
    for field, value in in_order(fields).items():
        outer, _, inner = field.partition(".")
        if inner and isinstance(catalog.as_written(entry.at(outer)), str):
            raise EditRefused(f"'{outer}' is one text here; empty it first ({outer}=), then set '{field}' again")
        place = entry.at(*field.split(".", 1))
        if value is None:
            if catalog.as_written(place) is not None or _is_written(catalog, entry, field):
                yield Remove(place)
        else:
            yield SetValue(place, value)


def _is_written(catalog: Catalog, entry: Entry, field: str) -> bool:
    written = catalog.as_written(entry.place)
    return isinstance(written, Mapping) and any(canonical_name(word) == field for word in written)


def renamed(catalog: Catalog, old: str, new: str) -> Iterator[Edit]:
    """Yield the edits that give an entry another id; the old one becomes an alias, and references follow."""
    entry = catalog[old]
    try:
        Key.parse(new)
    except Malformed as error:
        raise EditRefused(error.message) from error
    taken = {
        key.casefold(): key for key in (*catalog.by_id, *catalog.by_alias) if key not in (entry.id, *entry.aliases)
    }
    if new.casefold() in taken:
        raise EditRefused(f"the id '{taken[new.casefold()]}' is taken; choose another one")
    yield SetValue(entry.at("id"), new)
    aliases = [alias for alias in (*entry.aliases, entry.id) if alias != new]
    if tuple(aliases) != entry.aliases:
        yield SetValue(entry.at("aliases"), aliases)
    yield from _references_moved(catalog, entry.id, new)


def removed(catalog: Catalog, names: Sequence[str]) -> Iterator[Edit]:
    """Yield the edits that take entries away, and what other entries and editions say of them."""
    entries = {catalog[name].id: catalog[name] for name in names}
    for entry in entries.values():
        yield Remove(entry.place)
    for place, ids in _references(catalog):
        if catalog.entry_at(place) in entries.values() or not set(ids) & set(entries):
            continue
        if place.path[0] == "editions":
            edition = place.path[1]
            gone = next(key for key in ids if key in entries)
            advice = f"`readinglist set {gone} listed=false` takes it off the lists instead"
            raise EditRefused(f"edition '{edition}' holds '{gone}', and an edition keeps its entries; {advice}")
        rest = [key for key in ids if key not in entries]
        yield SetValue(place, rest) if rest else Remove(place)


def merged(catalog: Catalog, keep: str, drop: str) -> Iterator[Edit]:
    """Yield the edits that fold one entry into another: what only the dropped one states is taken over.

    Where both state something different, the kept entry's word stands, and lists are joined.
    """
    kept, dropped = catalog[keep], catalog[drop]
    if kept is dropped:
        raise EditRefused(f"'{keep}' and '{drop}' are the same entry; name two")
    if kept.place.file != dropped.place.file:
        raise EditRefused(f"'{keep}' and '{drop}' are in different files; move one of them first")
    ours, theirs = _written_fields(catalog, kept), _written_fields(catalog, dropped)
    aliases = [*ours.pop("aliases", []), *theirs.pop("aliases", []), theirs.pop("id")]
    for name, value in in_order(theirs).items():
        if name in REFERRING:
            continue
        if name not in ours:
            yield SetValue(kept.at(name), value)
        elif name in LIST_FIELDS - NAME_FIELDS and (more := [item for item in value if item not in ours[name]]):
            yield SetValue(kept.at(name), [*ours[name], *more])
    yield SetValue(kept.at("aliases"), list(dict.fromkeys(aliases)))
    yield Remove(dropped.place)
    for name in REFERRING:  # an entry does not lead to itself
        joined = dict.fromkeys((*ours.get(name, ()), *theirs.get(name, ())))
        if (ids := [key for key in joined if key not in (kept.id, *aliases)]) != ours.get(name, []):
            yield SetValue(kept.at(name), ids) if ids else Remove(kept.at(name))
    yield from _references_moved(catalog, dropped.id, kept.id, without=(kept, dropped))


def differences(catalog: Catalog, keep: str, drop: str) -> dict[str, tuple[Data, Data]]:
    """Return the fields of which two entries say different things."""
    ours, theirs = (_written_fields(catalog, catalog[name]) for name in (keep, drop))
    return {
        name: (ours[name], theirs[name])
        for name in ours
        if name in theirs and ours[name] != theirs[name] and name != "id" and name not in LIST_FIELDS - NAME_FIELDS
    }


def _written_fields(catalog: Catalog, entry: Entry) -> dict[str, Any]:
    written: Any = catalog.as_written(entry.place)
    fields = canonical_fields(written)
    return {
        name: [value] if name in LIST_FIELDS and isinstance(value, str) else value for name, value in fields.items()
    }


def _references(catalog: Catalog) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Yield every list of ids in the catalog, with its place."""
    for entry in catalog:
        for name in REFERRING:
            if ids := entry.get(name):
                yield entry.at(name), ids  # type: ignore[misc]
    for file, header in catalog.headers.items():
        for name, edition in header.editions.items():
            yield Place(file, ("editions", name, "ids")), edition.ids


def _references_moved(catalog: Catalog, old: str, new: str, without: Sequence[Entry] = ()) -> Iterator[Edit]:
    for place, ids in _references(catalog):
        if old in ids and catalog.entry_at(place) not in without:
            yield SetValue(place, list(dict.fromkeys(new if key == old else key for key in ids)))
