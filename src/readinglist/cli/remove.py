"""Take entries out of the catalog."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._parameters import ENTRY


@command
@click.argument("ids", nargs=-1, required=True, type=ENTRY, metavar="ID...")
@dry_run
@pass_app
def remove(app: App, ids: tuple[str, ...], dry_run: bool) -> None:
    """Take entries out of the catalog, and out of what other entries need or relate to.

    An entry that an edition holds stays; `readinglist set ID listed=false` takes it off the lists.
    """
    app.tell_changes(app.reading_list.remove(ids, write=not dry_run), written=not dry_run)
