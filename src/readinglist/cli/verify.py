"""Say that a person has looked at entries today, and that their pages are right."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._parameters import ENTRY


@command
@click.argument("ids", nargs=-1, required=True, type=ENTRY, metavar="ID...")
@click.option("--offline", is_flag=True, help="Ask nobody: only write down the day.")
@dry_run
@pass_app
def verify(app: App, ids: tuple[str, ...], offline: bool, dry_run: bool) -> None:
    """Write `verified: TODAY` into entries, and take their pages as they are now for the right ones.

    Later checks compare with the pages of today, so what was said to have drifted, or could not be seen without a
    browser, is measured anew.
    """
    import datetime

    from readinglist.links.telling import summary
    from readinglist.links.verifying import stamped, vouched

    today = datetime.date.today()
    app.tell_changes(stamped(app.reading_list, ids, today, write=not dry_run), written=not dry_run)
    if not offline and not dry_run:
        app.say(summary(vouched(app.reading_list, ids, today)))
