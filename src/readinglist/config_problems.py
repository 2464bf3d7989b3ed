"""What is wrong with a configuration, in our own words and with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, get_args, get_type_hints

from readinglist.errors import did_you_mean
from readinglist.expectations import expectation
from readinglist.model.table import Table, dashed

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


def setting_problem(text: str, prefix: tuple[str, ...], error: Mapping[str, Any], table: type[Table]) -> str:
    """Return what the validator found, as one who writes TOML would say it; `prefix` is the table that is ours."""
    steps = [step for step in error["loc"] if step != "[key]"]
    path = tuple(step for step in steps if isinstance(step, str))
    where = position_of(text, (*prefix, *path))
    name = f"'{'.'.join(path or prefix)}'"
    if error["type"] == "unexpected_keyword_argument":
        known = did_you_mean(path[-1], _keys_at(table, path[:-1]))
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


def _keys_at(table: Any, path: Sequence[str]) -> list[str]:
    """Return the settings that there are in a table."""
    while path:
        kind = next(each for name, each in get_type_hints(table).items() if dashed(name) == path[0])
        tables = get_args(kind)  # a table of tables, whose names are anybody's
        table, path = (tables[1], path[2:]) if tables else (kind, path[1:])
    return [dashed(each.name) for each in fields(table)]
