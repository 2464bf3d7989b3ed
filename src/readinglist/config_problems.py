"""What is wrong with a configuration, in our own words and with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from readinglist.errors import did_you_mean
from readinglist.expectations import expectation

_PART = r"\"[^\"]*\"|'[^']*'|[^\s.=\[\]\"']+"
_PARTS = re.compile(_PART)
_HEADING = re.compile(rf"\s*\[\[?\s*((?:{_PART})(?:\s*\.\s*(?:{_PART}))*)\s*\]")
_SETTING = re.compile(rf"\s*((?:{_PART})(?:\s*\.\s*(?:{_PART}))*)\s*=")


def syntax_problem(text: str, message: str) -> str:
    """Return what tomllib says of a text, with our place and advice."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", message)
    line, column = found.groups() if found else (str(text.count("\n") + 1), "1")
    told = message.partition(" (at ")[0]
    return f"{line}:{column}: this is not TOML: {told[:1].lower()}{told[1:]}; texts stand in quotes, lists in []"


def setting_problem(text: str, prefix: tuple[str, ...], error: Mapping[str, Any], model: type[BaseModel]) -> str:
    """Return what the validator found, as one who writes TOML would say it; `prefix` is the table that is ours."""
    steps = [step for step in error["loc"] if step != "[key]"]
    path = tuple(step for step in steps if isinstance(step, str))
    where = position_of(text, (*prefix, *path))
    name = f"'{'.'.join(path or prefix)}'"
    if error["type"] == "extra_forbidden":
        known = did_you_mean(path[-1], _keys_at(model, path[:-1]))
        return f"{where}: no setting named {name}; {known or 'docs/configuration.md lists them'}"
    if error["type"] == "missing":
        return f"{where}: {name} is missing; add it"
    each = "each of " if steps and isinstance(steps[-1], int) else ""
    return f"{where}: {each}{name} {expectation(error)}"


def position_of(text: str, path: Sequence[str]) -> str:
    """Return the line and column of a setting: of its name below its table's heading, or of the heading."""
    table: list[str] = []
    best = "1:1"
    for number, line in enumerate(text.splitlines(), 1):
        if heading := _HEADING.match(line):
            table = _parts(heading[1])
            best = f"{number}:{heading.start(1) + 1}" if table == list(path[: len(table)]) else best
        elif setting := _SETTING.match(line):
            name = [*table, *_parts(setting[1])]
            if name == list(path[: len(name)]):
                return f"{number}:{setting.start(1) + 1}"
    return best


def _parts(name: str) -> list[str]:
    return [part.strip("\"'") for part in _PARTS.findall(name)]


def _keys_at(model: Any, path: Sequence[str]) -> list[str]:
    """Return the settings that there are in a table."""
    while path:
        annotation = next(
            field.annotation for name, field in model.model_fields.items() if _name(name, field) == path[0]
        )
        tables = get_args(annotation)  # a table of tables, whose names are anybody's
        model, path = (tables[1], path[2:]) if tables else (annotation, path[1:])
    return [_name(name, field) for name, field in model.model_fields.items()]


def _name(name: str, field: FieldInfo) -> str:
    return field.alias or name
