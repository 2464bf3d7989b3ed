"""The command line: options into one call, a report, an exit status.

A command is a file here; the first line of the file is its line in `--help`, which is
how help and completion know every command without loading one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from readinglist.cli._app import App, shared_options
from readinglist.errors import CatalogBroken, ReadingListError

FINE, FINDINGS, FAILED, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141


class Commands(click.Group):
    """A group whose commands are the files of this folder, each loaded only when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(_command_files())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return a command, loaded from its file."""
        file = _command_files().get(name)
        if file is None:
            return None
        from importlib import import_module

        module = import_module(f"{__name__}.{file.stem}")
        return next(value for value in vars(module).values() if isinstance(value, click.Command))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin like this, and the options of the group."""
        files = sorted(_command_files().items())
        names = [CompletionItem(name, help=_promise(file)) for name, file in files if name.startswith(incomplete)]
        return names + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the first lines of their files."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _promise(file)) for name, file in sorted(_command_files().items())])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was asked for, or say which one was probably meant."""
        from readinglist.errors import did_you_mean

        if args and args[0] not in _command_files() and not args[0].startswith("-"):
            names = list(_command_files())
            ctx.fail(f"no command named '{args[0]}'; {did_you_mean(args[0], names) or 'see readinglist --help'}")
        return super().resolve_command(ctx, args)


def _command_files() -> dict[str, Path]:
    folder = Path(__file__).parent
    return {file.stem.replace("_", "-"): file for file in folder.glob("[a-z]*.py")}


def _promise(file: Path) -> str:
    with file.open(encoding="utf-8") as lines:
        return lines.readline().strip().strip('"')


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`readinglist COMMAND --help` explains a command; `readinglist explain` explains what lint says.",
)
@click.version_option(package_name="readinglist", message="readinglist %(version)s")
@shared_options
def group() -> None:
    """A curated reading list kept as text in git: checked, complete, and published."""


def run(args: Sequence[str]) -> int:
    """Run a command and return its exit status: 0 fine, 1 findings, 2 could not do the work."""
    app = App()
    try:
        status = group.main(list(args), prog_name="readinglist", standalone_mode=False, obj=app)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return FAILED
    except CatalogBroken as error:
        app.tell_findings(error.catalog, error.findings)
        return FINDINGS
    except ReadingListError as error:
        app.complain(str(error))
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    return status if isinstance(status, int) else FINE


def _pipe_closed() -> int:
    """Let what is left in the buffer go nowhere, so that Python does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED
