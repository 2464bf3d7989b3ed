"""Change fields of an entry."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._parameters import ENTRY


@command
@click.argument("id", type=ENTRY)
@click.argument("assignments", nargs=-1, required=True, metavar="FIELD=VALUE...")
@dry_run
@pass_app
def set_(app: App, id: str, assignments: tuple[str, ...], dry_run: bool) -> None:
    """Give fields of the entry ID other values; an empty VALUE takes a field away.

    Names are joined by "and" (author="Kwon, Woosuk and {vLLM contributors}"), other lists by commas
    (tags=kv-cache,memory). annote.de=... reaches into a field that is a map.
    """
    from readinglist.editing import parse_assignments

    changes = app.reading_list.set(id, parse_assignments(assignments), write=not dry_run)
    app.tell_changes(changes, written=not dry_run)
