"""Find preprints of the list that have been published since, and propose the published version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._parameters import OneOf

if TYPE_CHECKING:
    from readinglist.metadata.upgrading import Upgrade


@command
@click.argument("query", nargs=-1)
@click.option("--write", is_flag=True, help="Give the entries what is proposed for them.")
@click.option("--offline", is_flag=True, help="Ask nobody: what is known comes from the cache.")
@click.option("--format", default="text", type=OneOf(["text", "json"]), help="How to tell it: text, json.")
@dry_run
@pass_app
def upgrade(app: App, query: tuple[str, ...], write: bool, offline: bool, format: str, dry_run: bool) -> None:
    """Look for the published version of preprints: of all, or of those that QUERY asks for.

    Who knows the preprint is asked what became of it; then bibliographies are searched. A version is proposed
    where title, authors and year fit and no other work fits as well; each proposal shows its score and reasons.
    The entry keeps its arXiv number and address, its date becomes `available-date`, the longer list of authors stays.
    """
    import json

    from readinglist.metadata import upgrading
    from readinglist.metadata.setup import desk_of
    from readinglist.metadata.telling import trouble_lines, upgrade_lines, upgrade_object
    from readinglist.model.query import parse_query

    where = app.reading_list
    catalog = app.read()
    desk = desk_of(where.config, offline=offline, tell=app.say if app.verbose else None)
    found: list[Upgrade] = []
    for each in upgrading.upgrades(desk, where, catalog, parse_query(query).select(catalog)):
        found.append(each)
        if format == "text":
            app.report(upgrade_lines(each))
        for line in trouble_lines(each.gathered):
            app.say(f"{each.entry.id}: {line}")
    if format == "json":
        app.report(json.dumps([upgrade_object(each) for each in found], indent=2).splitlines())
    written = write and not dry_run
    changes = upgrading.write(where, found, write=written)
    if format == "text" or written:
        app.tell_changes(changes, written=written)
    app.say(
        f"{sum(bool(each.match) for each in found)} of {len(found)} preprints have been published, as far as is known"
    )
