"""Take the entries of bibliography files into the catalog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._sources import read_sources, tell_source, tell_sources

if TYPE_CHECKING:
    from readinglist.importing import Outcome


@command
@click.argument("files", nargs=-1, required=True, metavar="FILE|-...")
@click.option("--format", metavar="NAME", help="Read the files as this format; else each is looked at.")
@click.option("--file", metavar="FILE", help="Which of the catalog's files to add to; the last one, if not given.")
@dry_run
@pass_app
def import_(app: App, files: tuple[str, ...], format: str | None, file: str | None, dry_run: bool) -> int:
    """Take the entries of BibTeX, CSL, RIS, NBIB, Hayagriva and CITATION.cff files into the catalog.

    A work that is in the list already is not added again: what only the file states is taken over. An
    entry that a file has wrong is told with its line, and the good ones arrive. A second run changes
    nothing. `--verbose` tells everything that was noticed, `--dry-run` shows the change and makes none.
    """
    sources = read_sources(files, format)
    for source, recognised in sources:
        tell_source(app, source, f"{recognised.format}: {recognised.because}")
    outcomes: list[Outcome] = []
    where = app.reading_list
    changes = where.take_in([source for source, _ in sources], outcomes, file=file, write=not dry_run)
    status = tell_sources(app, [source for source, _ in sources], outcomes)
    app.tell_changes(changes, written=not dry_run)
    return status
