"""What a setting or an option should be and is not: the validator's findings as people say them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

_LONGEST = 60
_WHOLE = "is a whole number"
_EXPECTED = {
    "tuple_type": "is a list in brackets",
    "list_type": "is a list in brackets",
    "string_type": "is a text in quotes",
    "bool_type": "is true or false",
    "bool_parsing": "is true or false",
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": "is a number",
    "float_parsing": "is a number",
    "finite_number": "is a number",
    "enum": "is one of {expected}",
    "literal_error": "is one of {expected}",
    "greater_than": "is more than {gt:g}",
    "greater_than_equal": "is {ge:g} or more",
    "less_than_equal": "is {le:g} or less",
    "dict_type": "is a table",
    "dataclass_type": "is a table",
}


def expectation(error: Mapping[str, Any]) -> str:
    """Return what was expected, and what there is instead."""
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        return f"cannot be used: {context['error']}"
    expected = _EXPECTED.get(error["type"]) or f"does not fit: {error['msg'][:1].lower()}{error['msg'][1:]}"
    told = as_toml(error["input"])
    return f"{expected.format(**context)}, not {told if len(told) <= _LONGEST else f'{told[:_LONGEST]}…'}"


def as_toml(value: object) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(as_toml, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {as_toml(each)}" for name, each in value.items()) + "}"
    return str(value).lower()
