"""What every importer leaves to the drawer: values that a catalog accepts, and a key of its own for every entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from readinglist.importers import Arrival, Fields, Imported
from readinglist.importers import _found as said
from readinglist.importers._found import finding
from readinglist.keys import free_key, new_key
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding
from readinglist.model.identifiers import Key
from readinglist.model.malformed import Malformed

_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160), 0x2028, 0x2029, 0xFFFE, 0xFFFF])
_CONTROLS |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFFF9, 0xFFFC)])
_CONTROLS |= dict.fromkeys(range(0xD800, 0xE000))
_validate: Callable[[Any], Entry] = TypeAdapter(Entry).validator.validate_python


def settled(format: str, found: Imported) -> Imported:
    """Return what was found with values and keys that a catalog accepts, and a finding for each that had to change."""
    findings = list(found.findings)
    keys = _Keys()
    entries: list[Arrival] = []
    for arrival in found.entries:
        fields = _accepted(format, _without_controls(arrival.fields), arrival.offset, findings)
        old = fields.get("id")
        if given := keys.given(fields, arrival.offset, findings):
            entries.append(Arrival(given, arrival.offset, given["id"] == old))
    return replace(found, entries=tuple(entries), findings=tuple(findings))


def _without_controls(fields: Fields) -> Fields:
    return {name: value for name, old in fields.items() if _states(value := _clean(old))}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isprintable() else value.translate(_CONTROLS)
    if isinstance(value, list | tuple):
        return [each for each in map(_clean, value) if _states(each)]
    if isinstance(value, dict | Mapping):  # a dict is told at once, other maps are not
        cleaned = [(name, _clean(each)) for name, each in value.items()]
        return {str(_clean(name)): each for name, each in cleaned if _states(each)}
    return value


def _states(value: Any) -> bool:
    return bool(value) or value not in (None, "", [], {})


def _accepted(format: str, fields: Fields, offset: int, findings: list[Finding]) -> Fields:
    """Return the fields that a catalog accepts; the others stand under `custom`, by the format's name."""
    try:
        _validate({**fields, "id": "new"})
    except ValidationError as error:
        errors = error.errors(include_url=False)
    else:
        return fields
    fields = dict(fields)
    aside: dict[str, Any] = {}
    for each in errors:
        name = str(each["loc"][0])
        if name in fields:
            aside[name] = fields.pop(name)
            findings.append(_refused(name, aside[name], each, offset))
    for name, value in _put_right(aside, errors):
        fields[name] = value
        del aside[name]
    return with_custom(fields, format, aside) if aside else fields


def _put_right(aside: Mapping[str, Any], errors: Any) -> Iterator[tuple[str, str]]:
    """Yield the values that are as good as certain to be what was meant."""
    for each in errors:
        name, cause = str(each["loc"][0]), each.get("ctx", {}).get("error")
        if name in aside and isinstance(cause, Malformed) and cause.suggestion and len(each["loc"]) == 1:
            try:
                _validate({"id": "new", name: cause.suggestion})
            except ValidationError:
                continue
            yield name, cause.suggestion


def _refused(name: str, value: object, error: Any, offset: int) -> Finding:
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, Malformed):
        return finding(cause.rule, offset, f"{name}: {cause.message}")
    told = f"{name}: this is nothing that a catalog accepts there; kept under `custom`: {value!r}"[:300]
    return finding(said.KEPT_ASIDE, offset, told)


def with_custom(fields: Fields, format: str, aside: Mapping[str, Any]) -> Fields:
    """Return the fields with some more of them under `custom`, by the format's name."""
    custom: Any = fields.get("custom") or {}
    held = custom.get(format)
    inner = {**held, **aside} if isinstance(held, Mapping) else dict(aside)
    return {**fields, "custom": {**custom, format: inner}}


class _Keys:
    """Gives keys out, each once; a key that is a good one stays as it is."""

    def __init__(self) -> None:
        self.taken: dict[str, Fields] = {}
        self.tried: dict[str, int] = {}

    def given(self, fields: Fields, offset: int, findings: list[Finding]) -> Fields | None:
        old = fields.get("id")
        key = self._wanted(old, fields)
        if twin := self.taken.get(key.casefold()):
            if {**twin, "id": ""} == {**fields, "id": ""}:
                findings.append(finding(said.DUPLICATE_ENTRY, offset, f"'{key}' stands here a second time, the same"))
                return None
            key = free_key(key, self.taken, self.tried)
            told = f"there is another entry '{old}' before this one; this one is '{key}' now"
            findings.append(finding(said.DUPLICATE_ENTRY, offset, told))
        elif old is not None and key != old:
            findings.append(finding(said.KEY_CHANGED, offset, f"'{old}' cannot be a key here; it is '{key}' now"))
        self.taken[key.casefold()] = fields
        return {"id": key, **{name: value for name, value in fields.items() if name != "id"}}

    def _wanted(self, old: Any, fields: Fields) -> str:
        if isinstance(old, str) and Key.pattern.fullmatch(old):
            return old
        return new_key(fields, self.taken, self.tried)
