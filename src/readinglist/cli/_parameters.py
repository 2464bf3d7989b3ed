"""Kinds of arguments: what they accept, what they say to a wrong word, and how a shell completes them.

Completion reads as little as it can, and is silent where it finds nothing: a shell that waits or
shows an error between two keys is worse than one that completes nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from readinglist.cli._app import App, names_of_files
from readinglist.errors import did_you_mean

if TYPE_CHECKING:
    import datetime

    from click.shell_completion import CompletionItem

    Kind = click.ParamType[Any]
else:
    Kind = click.ParamType
_PACKAGE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
_ID = re.compile(r"""^\s*(?:-\s+|\{\s*)*["']?id["']?\s*:\s*["']?([A-Za-z0-9][\w.+:/-]*)""", re.MULTILINE)
_EDITIONS = re.compile(r"^editions:[^\n]*\n((?:[ \t#][^\n]*\n|\n)*)", re.MULTILINE)
_RULE = re.compile(r"^@rule\(.*\)\n(?:@.*\n)*def (\w+)\(", re.MULTILINE)

_REASON = re.compile(r"^([a-z]+(?:-[a-z]+)*): [A-Z]", re.MULTILINE)


class OneOf(click.Choice[str]):
    """A word of a closed set; for another word, the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, or fail and say what was probably meant."""
        words = [str(choice) for choice in self.choices]
        if value not in words:
            self.fail(f"no '{value}' here; {did_you_mean(str(value), words) or 'see --help'}", param, ctx)
        return str(value)


class Whole(Kind):
    """A whole number from zero on."""

    name = "N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or fail."""
        if not re.fullmatch(r"[0-9]{1,9}", str(value)):
            self.fail(f"'{value}' is not a whole number; write 10, or leave it out to see all", param, ctx)
        return int(value)


class Day(Kind):
    """A day of the calendar."""

    name = "DAY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """Return the day, or fail."""
        import datetime

        told = f"'{value}' is not a day; write one like 2026-11-21"
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(value), re.ASCII):
            self.fail(told, param, ctx)
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(told, param, ctx)


class Named(Kind):
    """A text that a shell completes with the names of something; several of them, if commas join them."""

    def __init__(self, metavar: str, names: Callable[[click.Context], Iterable[str]], *, joined: bool = False) -> None:
        self.name = metavar
        self.names = names
        self.joined = joined

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the names that begin like this."""
        from click.shell_completion import CompletionItem

        before, comma, last = incomplete.rpartition(",") if self.joined else ("", "", incomplete)
        try:
            known = sorted(set(self.names(ctx)))
        except Exception:  # whatever it is, a shell between two keys has nobody to tell
            return []
        return [CompletionItem(before + comma + name) for name in known if name.startswith(last)]


def _entry_ids(ctx: click.Context) -> Iterator[str]:
    for text in _catalog_texts(ctx):
        yield from _ID.findall(text)


def _edition_names(ctx: click.Context) -> Iterator[str]:
    for text in _catalog_texts(ctx):
        for block in _EDITIONS.findall(text):
            yield from re.findall(r"^(?:  |    |\t)[\"']?([\w.-]+)[\"']?:", block, re.MULTILINE)


def rule_names(ctx: click.Context | None = None) -> Iterator[str]:
    """Yield the names of the lint rules, from their files, without loading one."""
    for folder, _, files in os.walk(os.path.join(_PACKAGE, "rules")):  # noqa: PTH118
        for file in files:
            if file.endswith(".py") and not file.startswith("_"):
                for name in _RULE.findall(_text(os.path.join(folder, file))):  # noqa: PTH118
                    yield name.replace("_", "-")


def page_names(ctx: click.Context | None = None) -> Iterator[str]:
    """Yield the names that `explain` has a page for: of rules, and of reasons that links are reported for."""
    yield from rule_names(ctx)
    yield from _REASON.findall(_text(os.path.join(_PACKAGE, "links", "reasons.py")))  # noqa: PTH118


def drawer_names(drawer: str, ctx: click.Context | None = None) -> list[str]:
    """Return the names of the parts of a drawer that holds one in each file."""
    return names_of_files(os.path.join(_PACKAGE, drawer))  # noqa: PTH118


def _catalog_texts(ctx: click.Context) -> Iterator[str]:
    return (_text(file) for file in _catalog_files(ctx))


def _catalog_files(ctx: click.Context) -> Iterator[str]:
    from glob import glob

    app = ctx.find_object(App) or App()
    root, patterns = _whereabouts(app)
    for pattern in app.catalog or patterns:
        yield from sorted(glob(os.path.join(root, pattern)))  # noqa: PTH118, PTH207


def _whereabouts(app: App) -> tuple[str, Sequence[str]]:
    """Return the folder and the names of the catalog files."""
    from readinglist.whereabouts import USUAL_CATALOGS, nearest_config

    config = app.config or nearest_config(".")
    if app.catalog or not config:
        return "", USUAL_CATALOGS
    import tomllib

    settings = tomllib.loads(_text(config))
    if os.path.basename(config) == "pyproject.toml":  # noqa: PTH119
        settings = settings.get("tool", {}).get("readinglist", {})
    named = settings.get("catalog", USUAL_CATALOGS)
    return os.path.dirname(config), [named] if isinstance(named, str) else named  # noqa: PTH120


def _text(file: str) -> str:
    with open(file, encoding="utf-8", errors="replace") as stream:  # noqa: PTH123
        return stream.read()


ENTRY = Named("ID", _entry_ids)
CATALOG_FILE = Named("FILE", lambda ctx: map(os.path.relpath, _catalog_files(ctx)))
EDITION = Named("NAME", _edition_names)
PAGE = Named("RULE", page_names)
RULES = Named("RULE,...", rule_names, joined=True)
REPORT = Named("FORMAT", partial(drawer_names, "report"))
