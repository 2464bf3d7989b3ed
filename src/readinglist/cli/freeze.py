"""Write an edition of the list: dated, citable, and never changed again."""

from __future__ import annotations

import datetime

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._parameters import Day


@command
@click.argument("name")
@click.option("--title", help="What the edition is called; the title of the list, if nothing is said.")
@click.option("--date", "day", type=Day(), help="When it is published; today, if not given.")
@click.option("--force", is_flag=True, help="Replace an edition of this name.")
@dry_run
@pass_app
def freeze(app: App, name: str, title: str | None, day: datetime.date | None, force: bool, dry_run: bool) -> None:
    """Write the list as it is now into a folder of its own, editions/NAME, and note it in the catalog.

    The folder holds every export that readinglist.toml names, a CITATION.cff by which the edition is cited, a copy of
    the catalog, and the checksums of all. Freezing it once more changes nothing; `readinglist changes NAME..` tells
    what happened since.
    """
    from readinglist.history.editions import Wanted, freeze

    wanted = Wanted(name, title, day)
    app.tell_changes(freeze(app.reading_list, wanted, write=not dry_run, force=force), written=not dry_run)
