"""Say what readinglist sees here: versions, configuration, files, and what is ignored."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readinglist import __version__
from readinglist.cli._app import App, command, pass_app

if TYPE_CHECKING:
    from readinglist.model.catalog import Catalog
    from readinglist.reading_list import ReadingList


@command
@pass_app
def doctor(app: App) -> None:
    """Say what readinglist sees here, for a bug report or for oneself."""
    app.report(_versions())
    where = app.reading_list
    app.report(_configuration(where))
    app.report(_contents(where, where.read()))


def _versions() -> Iterator[str]:
    from importlib.metadata import version

    yield f"readinglist {__version__}, Python {platform.python_version()} on {platform.system()}"
    yield ", ".join(f"{name} {version(name)}" for name in ("click", "pydantic", "PyYAML", "requests", "pybtex"))
    from readinglist.catalog_file import parse

    yield ("YAML is read by libyaml" if parse.FAST else "YAML is read in Python, ten times slower: no libyaml")


def _configuration(where: ReadingList) -> Iterator[str]:
    yield f"configuration: {where.config.file or 'none; the usual settings'}"
    settings = where.config.settings
    yield f"exports: {', '.join(settings.exports) or 'none'}"
    yield f"rules ignored everywhere: {', '.join(settings.lint.ignore) or 'none'}"


def _contents(where: ReadingList, catalog: Catalog) -> Iterator[str]:
    for file in where.files:
        yield f"catalog: {file}"
    yield f"entries: {len(catalog)}, areas: {len(catalog.areas)}, editions: {len(catalog.editions)}"
    for entry in catalog:
        if entry.check and entry.check.ignore:
            yield f"ignored in {entry.id}: {', '.join(entry.check.ignore)}"
    errors = len(catalog.problems)
    yield f"problems of reading: {errors}" + ("; see `readinglist lint`" if errors else "")
