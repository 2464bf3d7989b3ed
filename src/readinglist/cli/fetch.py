"""Ask those who know the works of the list for what its entries lack, and say who says what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._parameters import ENTRY, OneOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readinglist.metadata.fetching import Fetched


@command
@click.argument("query", nargs=-1)
@click.option("--write", is_flag=True, help="Fill the empty fields that somebody surely knows.")
@click.option("--update", metavar="FIELD,...", help="Write, and these fields also where they hold something else.")
@click.option("--offline", is_flag=True, help="Ask nobody: what is known comes from the cache.")
@click.option("--explain", metavar="ID", type=ENTRY, help="Show for each field of an entry where it comes from.")
@click.option("--format", default="text", type=OneOf(["text", "json"]), help="How to tell it: text, json.")
@dry_run
@pass_app
def fetch(
    app: App,
    query: tuple[str, ...],
    write: bool,
    update: str | None,
    offline: bool,
    explain: str | None,
    format: str,
    dry_run: bool,
) -> None:
    """Propose what entries lack: of all, or of those that QUERY asks for.

    `+` would fill an empty field, `~` says the same more exactly, `!` contradicts, `?` is a mere hint. `--write`
    fills what is empty; what a person wrote is replaced only in the fields that `--update` names. Who said it, and
    when, is remembered in the ledger, and `--explain ID` tells it.
    """
    from readinglist.cli._progress import Bar
    from readinglist.editing import known_field
    from readinglist.metadata.fetching import Fetching, summary
    from readinglist.metadata.setup import desk_of
    from readinglist.model.query import parse_query

    where = app.reading_list
    catalog = app.read()
    desk = desk_of(where.config, offline=offline, tell=app.say if app.verbose else None)
    fetching = Fetching(where, desk)
    if explain:
        return app.report(fetching.explain(catalog, catalog[explain]))
    fields = {known_field(name.strip()) for name in update.split(",")} if update else set()
    found: list[Fetched] = []
    with Bar(quiet=app.quiet) as bar:
        for each in fetching.fetch(catalog, parse_query(query).select(catalog), bar.show):
            found.append(each)
            bar.clear()
            if format == "text":
                _tell(app, each)
    if format == "json":
        _tell_objects(app, found)
    written = bool(write or fields) and not dry_run
    changes = fetching.write(found, fields, write=written)
    if format == "text" or written:
        app.tell_changes(changes, written=written)
    return app.say(summary(found))


def _tell(app: App, found: Fetched) -> None:
    from readinglist.metadata.telling import proposal_lines, trouble_lines

    if found.proposals:
        app.report([found.entry.id, *proposal_lines(found.proposals)])
    for line in trouble_lines(found.gathered):
        app.say(f"{found.entry.id}: {line}")


def _tell_objects(app: App, found: Sequence[Fetched]) -> None:
    import json

    from readinglist.metadata.telling import as_object

    objects = [as_object(each.entry.id, each.proposals, each.gathered) for each in found]
    app.report(json.dumps(objects, indent=2).splitlines())
