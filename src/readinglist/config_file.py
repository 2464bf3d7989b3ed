"""readinglist.toml, or its table in pyproject.toml: read into frozen settings, each checked by its type."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from readinglist.config_problems import position_of, setting_problem, syntax_problem
from readinglist.errors import BadConfig, why
from readinglist.settings import Settings


def settings_in(file: Path) -> Settings:
    """Return the settings in a file; raise `BadConfig` with the line of what is wrong."""
    try:
        text = _text(file)
        data = tomllib.loads(text)
    except OSError as error:
        raise BadConfig(f"{file}: cannot be read: {why(error)}") from error
    except UnicodeDecodeError as error:
        raise BadConfig(f"{file}: this is not UTF-8 text; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise BadConfig(f"{file}:{syntax_problem(text, str(error))}") from error
    prefix = _table_of_ours(file)
    for step in prefix:
        data = data.get(step, {}) if isinstance(data, dict) else data
    try:
        return _checker().validate_python(data)
    except ValidationError as error:
        told = (setting_problem(text, prefix, each, Settings) for each in error.errors(include_url=False))
        raise BadConfig("\n".join(f"{file}:{each}" for each in told)) from error


def place_in(file: Path, setting: Sequence[str]) -> str:
    """Return the place of a setting, `file:line:column`."""
    return f"{file}:{position_of(_text(file), (*_table_of_ours(file), *setting))}"


@cache
def _checker() -> TypeAdapter[Settings]:
    return TypeAdapter(Settings)


def _table_of_ours(file: Path) -> tuple[str, ...]:
    return ("tool", "readinglist") if file.name == "pyproject.toml" else ()


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8-sig")
