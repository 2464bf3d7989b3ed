"""The command line: options into one call, a report, an exit status.

A command is a file here; the first line of the file is its line in `--help`, which is
how help and completion know every command without loading one. A loaded command becomes a name of
this module, so `list` and `set` cannot be Python's here.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from readinglist import __version__
from readinglist.cli._app import App, names_of_files, shared_options
from readinglist.errors import CatalogBroken, ReadingListError, why

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

FINE, FINDINGS, FAILED, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
_FOLDER = os.path.dirname(__file__)  # noqa: PTH120 — pathlib takes a tenth of the time of --help to load


class Commands(click.Group):
    """A group whose commands are the files of this folder, each loaded only when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return names_of_files(_FOLDER)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return a command, loaded from its file."""
        if name not in self.list_commands(ctx):
            return None
        from importlib import import_module

        module = import_module(f"{__name__}.{name.replace('-', '_')}")
        return next(value for value in vars(module).values() if isinstance(value, click.Command))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin like this, and the options of the group."""
        from click.shell_completion import CompletionItem

        names = [name for name in self.list_commands(ctx) if name.startswith(incomplete)]
        return [CompletionItem(name, help=_promise(name)) for name in names] + click.Command.shell_complete(
            self, ctx, incomplete
        )

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the first lines of their files."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _promise(name)) for name in self.list_commands(ctx)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was asked for, or say which one was probably meant."""
        from readinglist.errors import did_you_mean

        if args and args[0] not in (names := self.list_commands(ctx)) and not args[0].startswith("-"):
            ctx.fail(f"no command named '{args[0]}'; {did_you_mean(args[0], names) or 'see `readinglist --help`'}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a closed pipe is told apart here, since click would exit with what means findings."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _PipeClosed from error


class _PipeClosed(Exception):
    """Whoever read our output has read enough."""


def _promise(name: str) -> str:
    with open(f"{_FOLDER}/{name.replace('-', '_')}.py", encoding="utf-8") as lines:  # noqa: PTH123
        return lines.readline().strip().strip('"')


def _columns() -> int:
    """Return how wide help may be; what click asks takes longer to load than all else of --help."""
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):
        columns = 80
    return max(min(columns, 80) - 2, 50)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": _columns()},
    epilog="`readinglist COMMAND --help` explains a command; `readinglist explain` explains what lint says.",
)
@click.version_option(__version__, "-V", "--version", message="readinglist %(version)s")
@shared_options
def group() -> None:
    """A curated reading list kept as text in git: checked, complete, and published."""


def run(args: Sequence[str]) -> int:
    """Run a command and return its exit status: 0 fine, 1 findings, 2 could not do the work."""
    _prepare()
    app = App()
    try:
        status = group.main([*args], prog_name="readinglist", standalone_mode=False, obj=app)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return FAILED
    except click.ClickException as error:
        from readinglist.cli._complaints import told

        app.complain(told(error))
        return FAILED
    except CatalogBroken as error:
        app.tell_findings(error.catalog, error.findings)
        return FINDINGS
    except ReadingListError as error:
        app.complain(str(error))
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        app.complain("interrupted; no file was left half-written")
        return INTERRUPTED
    except (_PipeClosed, BrokenPipeError):
        _say_no_more()
        return PIPE_CLOSED
    except OSError as error:
        app.complain(f"{error.filename or 'the output'}: {why(error)}")
        _say_no_more()
        return FAILED
    return status if isinstance(status, int) else FINE


def _prepare() -> None:
    """Make the process ours: quick to start, and able to write whatever a catalog holds to any terminal."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some reads every installed package
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _say_no_more() -> None:
    """Let what is left in the buffer go nowhere, so that Python does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
