"""Find copies of the pages in the Internet Archive, and write them into the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._parameters import OneOf

if TYPE_CHECKING:
    from readinglist.ledger.file import Ledger
    from readinglist.links.archive.archiving import Copy
    from readinglist.model.entry import Entry
    from readinglist.reading_list import ReadingList


@command
@click.argument("query", nargs=-1)
@click.option("--save", is_flag=True, help="Ask the archive to save pages of which it has no copy.")
@click.option("--write", is_flag=True, help="Write `archive-url` and `archive-date` into the entries.")
@click.option("--format", default="text", type=OneOf(["text", "json"]), help="How to tell it: text, json.")
@dry_run
@pass_app
def archive(app: App, query: tuple[str, ...], save: bool, write: bool, format: str, dry_run: bool) -> None:
    """Look for copies of the pages that have none yet: of all entries, or of those that QUERY asks for.

    The copy is the one nearest to the day on which a person last saw the page: `verified`, else `accessed`, else
    `added`, else today. It is looked at as `check` looks at a page, so a copy of an error, a login or a parked domain
    is never taken. `--save` asks for one page in twenty seconds, and goes on where it was interrupted; a key of
    archive.org in ARCHIVE_ORG_KEY (`access:secret`) makes that surer. `URL` is never changed.
    """
    import json

    from readinglist.ledger.file import Ledger
    from readinglist.links.archive import archiving
    from readinglist.model.query import parse_query

    where = app.reading_list
    entries = parse_query(query).select(app.read())
    with Ledger(where.ledger_file) as ledger:
        found = _found(app, where, list(entries), ledger, save and not dry_run)
    if format == "json":
        app.report(json.dumps([archiving.as_object(copy) for copy in found], indent=2).splitlines())
    else:
        app.report(line for copy in found for line in archiving.lines(copy))
    if any(copy.capture for copy in found):
        changes = archiving.written(where, found, write=write and not dry_run)
        if write:
            app.tell_changes(changes, written=not dry_run)
    app.say(archiving.summary(found))


def _found(app: App, where: ReadingList, entries: list[Entry], ledger: Ledger, save: bool) -> list[Copy]:
    """Return the copies of the entries' pages; with `save`, after the archive was asked for those that it lacks."""
    import datetime

    from readinglist.links.archive.archiving import copies, queue_file, with_saved, worth_saving
    from readinglist.links.archive.queue import Queue
    from readinglist.links.archive.saving import Saver
    from readinglist.links.setup import client_of

    client = client_of(where.config.settings)
    queue = Queue(queue_file(where))
    try:
        found = list(copies(client.ask, entries, ledger, datetime.date.today()))
        if save:
            queue.want(worth_saving(found, ledger))
            Saver(queue, client.ask, tell=app.say).run()
    finally:
        client.close()
    return [with_saved(copy, queue) for copy in found]
