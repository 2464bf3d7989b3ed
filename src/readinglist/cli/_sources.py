"""What `import` and `convert` share: reading their files, and telling what was noticed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.cli._app import App
from readinglist.errors import CannotRead

if TYPE_CHECKING:
    from readinglist.importers import Imported
    from readinglist.importing import Outcome
    from readinglist.model.finding import Finding
    from readinglist.recognition import Recognised


def read_sources(files: Iterable[str], format: str | None) -> list[tuple[Imported, Recognised]]:
    """Return what the files hold; `-` is standard input."""
    from readinglist.converting import decoded, read_source

    return [read_source(decoded(_bytes(file)), file, format) for file in files]


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise CannotRead(f"{file}: cannot be read: {error.strerror or error}") from error


def tell_source(app: App, source: Imported, recognised: str) -> None:
    """Say what a file was taken for and how much it holds."""
    number = len(source.entries)
    app.say(f"{source.file}: {number} {'entry' if number == 1 else 'entries'} read as {recognised}")


def tell_sources(app: App, sources: Sequence[Imported], outcomes: Sequence[Outcome]) -> int:
    """Say what became of the entries of each file; return the exit status."""
    status = 0
    for source, outcome in zip(sources, outcomes, strict=True):
        status |= tell_findings(app, source, [*source.findings, *outcome.findings])
        app.say(f"{source.file}: {outcome}")
    return status


def tell_findings(app: App, source: Imported, findings: Sequence[Finding]) -> int:
    """Say what was noticed in a source, the small things only where that was asked for; return the exit status."""
    from readinglist.model.finding import Severity
    from readinglist.report import find_reporter

    limit = Severity.INFO if app.verbose else Severity.WARNING
    shown = [each for each in findings if each.severity.reaches(limit)]
    catalog = replace(source.catalog, entries=())
    if shown:
        for line in find_reporter("text").lines(catalog.in_reading_order(shown), catalog, False):
            app.say(line)
    return int(any(each.severity is Severity.ERROR for each in findings))
