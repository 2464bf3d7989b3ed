"""How far a long run is: a line that renews itself on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import shutil
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from readinglist.links.plan import Progress

_EVERY = 10.0


class Bar:
    """Progress on stderr; stdout is for results."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._terminal = sys.stderr.isatty()
        self._last = time.monotonic()

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.clear()

    def clear(self) -> None:
        """Take the line away from a terminal, so that something else can be told there."""
        if self._terminal and not self._quiet:
            click.echo("\r\x1b[K", nl=False, err=True)

    def show(self, progress: Progress) -> None:
        """Tell how far it is."""
        if self._quiet:
            return
        if self._terminal:
            width = shutil.get_terminal_size().columns - 1
            click.echo(f"\r\x1b[K{line(progress)[:width]}", nl=False, err=True)
        elif time.monotonic() - self._last >= _EVERY:
            self._last = time.monotonic()
            click.echo(line(progress), err=True)


def line(progress: Progress) -> str:
    """Return progress in words: how many of how many, how fast, what was found, what is waited for."""
    done = f"{progress.done} of {progress.total}"
    rate = f", {progress.done / progress.seconds:.0f}/s" if progress.seconds >= 1 else ""
    round_ = f", round {progress.round}" if progress.round > 1 else ""
    found = ", ".join(f"{number} {verdict}" for verdict, number in sorted(progress.verdicts.items()) if verdict != "ok")
    waiting = f"; waiting for {', '.join(progress.waiting_for)}" if progress.waiting_for else ""
    return f"{done}{rate}{round_}{f': {found}' if found else ''}{waiting}"
