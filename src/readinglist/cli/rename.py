"""Give an entry another id; the old one goes on working."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._parameters import ENTRY


@command
@click.argument("old", type=ENTRY)
@click.argument("new")
@dry_run
@pass_app
def rename(app: App, old: str, new: str, dry_run: bool) -> None:
    """Give the entry OLD the id NEW.

    The old id becomes an alias, so that citations and links to it go on working, and entries and editions
    that name it follow.
    """
    app.tell_changes(app.reading_list.rename(old, new, write=not dry_run), written=not dry_run)
