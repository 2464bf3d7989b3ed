"""What every command shares: where the list is, how much to say, and how findings are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from readinglist.catalog_file.change import Change
    from readinglist.config import Config
    from readinglist.model.catalog import Catalog
    from readinglist.model.finding import Finding
    from readinglist.reading_list import ReadingList

Function = TypeVar("Function", bound=Callable[..., Any])


class App:
    """The options that stand before or after any command."""

    catalog: tuple[str, ...] = ()
    config: str | None = None
    quiet: bool = False
    verbose: bool = False
    no_color: bool = False

    @property
    def reading_list(self) -> ReadingList:
        """The list that the options, or the folder, lead to."""
        from readinglist.reading_list import ReadingList

        where = ReadingList.open(config=self.config, catalog=self.catalog)
        if self.verbose:
            self.say(f"settings: {where.config.file or 'the usual ones'}")
            self.say(f"catalog: {', '.join(map(str, where.files))}")
        return where

    @property
    def settings(self) -> Config:
        """The configuration that the options, or the folder, lead to; a list need not be there."""
        from pathlib import Path

        from readinglist.config import find_config, read_config

        return read_config(Path(self.config)) if self.config else find_config(Path())

    @property
    def has_list(self) -> bool:
        """Whether there is a list here."""
        from readinglist.errors import CannotRead

        try:
            return bool(self.catalog) or any(self.settings.catalog_files())
        except CannotRead:
            return False

    @property
    def color(self) -> bool:
        """Whether to write in colour: on a terminal, and where nobody asked not to."""
        return not self.no_color and not os.environ.get("NO_COLOR") and sys.stdout.isatty()

    @property
    def interactive(self) -> bool:
        """Whether a person is at the terminal who can be asked something."""
        return sys.stdin.isatty() and sys.stderr.isatty()

    def read(self) -> Catalog:
        """Return the catalog, and say on stderr what of it could not be read."""
        catalog = self.reading_list.read()
        for problem in catalog.problems:
            self.say(f"{catalog.position(problem.place)}: {problem.message}")
        return catalog

    def looked_at_today(self, catalog: Catalog) -> Catalog:
        """Return the catalog with the day on which it is looked at."""
        import datetime
        from dataclasses import replace

        return replace(catalog, today=datetime.date.today())

    def say(self, text: str) -> None:
        """Tell the person at the terminal something that is no result."""
        if not self.quiet:
            from readinglist.model.visible import visible

            sys.stderr.write(f"{visible(text)}\n")

    def complain(self, text: str) -> None:
        """Tell why the work could not be done."""
        from readinglist.model.visible import visible

        for line in text.splitlines():
            sys.stderr.write(f"error: {visible(line)}\n")

    def report(self, lines: Iterable[str]) -> None:
        """Write a result, line by line."""
        for line in lines:
            sys.stdout.write(f"{line}\n")

    def report_text(self, text: str) -> None:
        """Write a result that is a text with line ends of its own."""
        sys.stdout.write(text)

    def tell_findings(self, catalog: Catalog, findings: Sequence[Finding], format: str = "text") -> None:
        """Report findings in one of the formats."""
        from readinglist.report import find_reporter

        self.report(find_reporter(format).lines(findings, catalog, self.color))

    def tell_changes(self, changes: Sequence[Change], *, written: bool) -> None:
        """Say which files changed; where nothing was written, show what would have changed."""
        if not written:
            self.report(line for change in changes for line in change.diff.splitlines())
        for change in changes:
            if written:
                self.say(f"changed {change.file}")
        if not changes:
            self.say("nothing to change")


pass_app = click.make_pass_decorator(App)


def _remember(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    app = ctx.ensure_object(App)
    if value and param.name:
        setattr(app, param.name, value)


def shared_options(function: Function) -> Function:
    """Add the options that may stand before or after any command."""
    for names, settings in reversed(_SHARED):
        function = click.option(*names, **settings, expose_value=False, callback=_remember)(function)
    return function


_SHARED: list[tuple[tuple[str, ...], dict[str, Any]]] = [
    (("--catalog",), {"multiple": True, "metavar": "FILE", "help": "Use this catalog file (may be repeated)."}),
    (("--config",), {"metavar": "FILE", "help": "Use this readinglist.toml instead of the nearest one."}),
    (("--quiet", "-q"), {"is_flag": True, "help": "Say nothing but results and errors."}),
    (("--verbose", "-v"), {"is_flag": True, "help": "Say which settings and which files are used."}),
    (("--no-color",), {"is_flag": True, "help": "Write without colour."}),
]


dry_run = click.option("--dry-run", is_flag=True, help="Show the change as a diff, and write nothing.")


class QueryCommand(click.Command):
    """A command that takes a query, in which `-word` means "not this" and is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the words that a minus leaves out behind `--`, where nothing is an option."""
        options = {name: option for option in self.params for name in option.opts if isinstance(option, click.Option)}
        kept, without, before = list[str](), list[str](), ""
        for at, word in enumerate(args):
            if word == "--":
                without += args[at + 1 :]
                break
            takes_value = before in options and not options[before].is_flag
            is_term = len(word) > 1 and word[0] == "-" and word[1] != "-" and word not in options
            (without if is_term and not takes_value else kept).append(word)
            before = word
        return super().parse_args(ctx, [*kept, "--", *without] if without else args)


def command(function: Function) -> click.Command:
    """Make a command of a function: its docstring is the help, and the shared options are added."""
    code = _innermost(function).__code__
    name = os.path.basename(code.co_filename).removesuffix(".py").replace("_", "-")  # noqa: PTH119
    kind = QueryCommand if "query" in code.co_varnames else click.Command
    return click.command(name, kind, context_settings={"help_option_names": ["-h", "--help"]})(shared_options(function))


def _innermost(function: Any) -> Any:
    """Return the function that decorators such as `pass_app` are wrapped around."""
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function


def names_of_files(folder: str) -> list[str]:
    """Return the names of the parts in a drawer, from its files: nothing is loaded."""
    files = (file.removesuffix(".py") for file in os.listdir(folder) if file.endswith(".py"))  # noqa: PTH208
    return sorted(file.replace("_", "-") for file in files if not file.startswith("_"))
