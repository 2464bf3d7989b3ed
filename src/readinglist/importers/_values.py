"""Values of other formats on their way into a catalog: identifiers, plain data, what is kept aside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.model.identifiers import Identifier
from readinglist.model.malformed import Malformed


def sound(kind: type[Identifier], text: str) -> str | None:
    """Return a text as an identifier of a kind, mended where that is certain; None where it is none."""
    try:
        return str(kind.parse(text.strip()))
    except Malformed as error:
        return error.suggestion


def as_text(value: Any) -> str:
    """Return a number or a text as text; nothing for what is neither."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip() if isinstance(value, str | int | float) else ""


def as_data(value: Any) -> Any:
    """Return data with every number as text, as a catalog has it."""
    if isinstance(value, Mapping):
        return {str(name): as_data(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [as_data(each) for each in value]
    return None if value is None else value if isinstance(value, str) else as_text(value)


def stated(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that state something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {}, ())}
