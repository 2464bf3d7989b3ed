"""Where the fields of an entry come from, as one line of JSON: what was fetched, by whom it was said, and when."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_SAID = re.compile(r"(\S+)@(\d{4}-\d\d-\d\d)#([0-9a-f]{8})")


@dataclass(frozen=True, slots=True)
class Origin:
    """The fields of an entry that were fetched; what a person wrote is not here."""

    entry: str
    fields: Mapping[str, str]
    """Field -> source@day#sum of the value: `crossref@2026-11-21#5a105e8b`."""

    @property
    def key(self) -> str:
        """The name of this record in a ledger."""
        return key_of(self.entry)

    def of(self, field: str, value: Any) -> tuple[str, str] | None:
        """Return the source and day of a field, as long as it holds what was fetched."""
        found = _SAID.fullmatch(self.fields.get(field, ""))
        return (found[1], found[2]) if found and found[3] == sum_of(value) else None


def key_of(entry: str) -> str:
    """Return the name of an entry's record in a ledger."""
    return f"entry:{entry}"


def said(source: str, day: str, value: Any) -> str:
    """Return in short who said something when."""
    return f"{source}@{day}#{sum_of(value)}"


def sum_of(value: Any) -> str:
    """Return a sum of a value, the same for the same data whatever its order of keys."""
    data = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(data.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def line_of(origin: Origin) -> str:
    """Return an origin as a line without its end."""
    fields = dict(sorted(origin.fields.items()))
    return json.dumps({"entry": origin.entry, "fields": fields}, ensure_ascii=False, separators=(",", ":"))


def origin_of(data: Any) -> Origin | None:
    """Return the origin that the data of a line is; None where it is none."""
    if not isinstance(data, dict) or data.keys() != {"entry", "fields"}:
        return None
    entry, fields = data["entry"], data["fields"]
    if not isinstance(entry, str) or not isinstance(fields, dict):
        return None
    sound = {name: text for name, text in fields.items() if isinstance(text, str) and _SAID.fullmatch(text)}
    return Origin(entry, sound)


def joined(one: Origin, other: Origin) -> Origin:
    """Return what two records of one entry say together: of each field what was said last, whichever is named first."""
    names = {*one.fields, *other.fields}
    latest = {name: max((o.fields[name] for o in (one, other) if name in o.fields), key=_day) for name in names}
    return Origin(one.entry, latest)


def _day(text: str) -> tuple[str, str]:
    return text.rpartition("@")[2], text
