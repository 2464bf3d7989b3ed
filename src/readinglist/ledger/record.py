"""What is remembered of a link, as one line of JSON that is the same on every machine."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """One link's history in short; moments are days, `2026-11-21`."""

    url: str
    verdict: str
    reason: str
    checked: str
    first_seen: str
    last_ok: str | None = None
    status: int | None = None
    final_url: str | None = None
    """Where it led in the end, if elsewhere."""
    new_url: str | None = None
    """The address that permanent redirects name instead."""
    moved_since: str | None = None
    """The first day on which they named that address."""
    failures: int = 0
    """On how many days in a row of checks the page was not there; other troubles are no such proof."""
    failing_since: str | None = None
    looked: str | None = None
    """When the page was last read, and not only asked."""
    sketch: str | None = None
    """By what its text is known again; that of the first look, or of the last one that a person vouched for."""
    title: str | None = None
    """What it was called then."""
    size: int | None = None
    """How many words it had then."""
    vouched: str | None = None
    """When a person last said that the page is right."""

    @property
    def key(self) -> str:
        """The name of this record in a ledger."""
        return self.url


_NAMES = tuple(each.name for each in fields(Record))
_values = attrgetter(*_NAMES)
_TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(_NAMES, (str, type(None))),
    **dict.fromkeys(("url", "verdict", "reason", "checked", "first_seen"), (str,)),
    "status": (int, type(None)),
    "size": (int, type(None)),
    "failures": (int,),
}
_KEYS = tuple(f'"{name}":' for name in _NAMES)
_FAILURES = _KEYS[_NAMES.index("failures")]


def line_of(record: Record) -> str:
    """Return a record as a line without its end; what is not known is left out."""
    told = [
        key + (encode_basestring(value) if isinstance(value, str) else str(value))
        for key, value in zip(_KEYS, _values(record), strict=True)
        if value is not None and (value or key is not _FAILURES)
    ]
    return f"{{{','.join(told)}}}"


def record_of(line: str) -> Record | None:
    """Return the record that a line holds; None for a torn line, a conflict marker, or anything else."""
    try:
        data: Any = json.loads(line)
        record = Record(**data)
    except (ValueError, TypeError):
        return None
    return record if all(isinstance(value, _TYPES[name]) for name, value in data.items()) else None


def merged(one: Record, other: Record) -> Record:
    """Return what two histories of one link say together; it does not matter which is named first."""
    older, newer = sorted((one, other), key=_age)
    changes: dict[str, Any] = {
        "first_seen": min(one.first_seen, other.first_seen),
        "last_ok": max(one.last_ok or "", other.last_ok or "") or None,
    }
    if older == newer:
        return newer
    return Record(**{**{name: getattr(newer, name) for name in _NAMES}, **changes})


def _age(record: Record) -> tuple[str, str, int, str]:
    return record.checked, record.last_ok or "", record.failures, line_of(record)
