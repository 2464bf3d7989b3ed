"""Fold one entry into another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._parameters import ENTRY

if TYPE_CHECKING:
    from readinglist.model.edit import Data


@command
@click.argument("keep", type=ENTRY, metavar="KEEP")
@click.argument("drop", type=ENTRY, metavar="DROP")
@dry_run
@pass_app
def merge(app: App, keep: str, drop: str, dry_run: bool) -> None:
    """Fold the entry DROP into the entry KEEP, whose id stays and learns the other as an alias.

    What only DROP states is taken over, lists are joined; where both state something different, KEEP's word
    stands and the other is told.
    """
    from readinglist.editing import differences

    where = app.reading_list
    for name, (ours, theirs) in differences(where.read(), keep, drop).items():
        app.say(f"{name}: kept {_told(ours)}, dropped {_told(theirs)}")
    app.tell_changes(where.merge(keep, drop, write=not dry_run), written=not dry_run)


def _told(value: Data) -> str:
    """Return a value of the catalog on one line, as it could stand there."""
    from readinglist.catalog_file.scalars import flow

    return flow(value)
