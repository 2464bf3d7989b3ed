"""Open the editor at an entry, and check what comes back."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import ENTRY
from readinglist.errors import CannotWrite


@command
@click.argument("id", type=ENTRY)
@pass_app
def edit(app: App, id: str) -> int:
    """Open $VISUAL or $EDITOR at the entry ID, and lint the catalog afterwards."""
    where = app.reading_list
    catalog = where.read()
    position = catalog.position(catalog[id].place)
    words = _words(position.file, position.line)
    _open(words)
    after = app.looked_at_today(where.read())
    findings = where.lint(after)
    app.tell_findings(after, findings)
    return int(any(found.severity.reaches("error") for found in findings))


def _open(words: Sequence[str]) -> None:
    """Run the editor and wait for its end."""
    try:
        status = subprocess.run(words, check=False).returncode  # noqa: S603 — the user's own editor
    except OSError as error:
        advice = "set VISUAL or EDITOR to a program that there is"
        raise CannotWrite(f"the editor '{words[0]}' cannot be started; {advice}") from error
    if status:
        raise CannotWrite(
            f"the editor '{words[0]}' ended with status {status}; see `readinglist lint` for what it left"
        )


def _words(file: str, line: int) -> list[str]:
    """Return the command line that opens the user's editor at a line."""
    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    match Path(editor[0]).stem:
        case "code" | "codium" | "cursor":
            return [*editor, "--wait", "--goto", f"{file}:{line}"]
        case "subl" | "hx" | "zed":
            return [*editor, f"{file}:{line}"]
        case "vi" | "vim" | "nvim" | "nano" | "emacs" | "emacsclient" | "kak" | "micro" | "joe" | "ne" | "ed":
            return [*editor, f"+{line}", file]
        case _:
            return [*editor, file]
