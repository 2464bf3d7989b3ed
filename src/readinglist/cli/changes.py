"""Tell what became of the list, from its history in git."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import OneOf


@command
@click.argument("states", required=False, metavar="[FROM..TO]")
@click.option("--since", metavar="REF|DAY", help="Only what changed after this commit, or from this day on.")
@click.option("--format", type=OneOf(["text", "markdown", "json", "atom"]), default="text", help="How to tell it.")
@pass_app
def changes(app: App, states: str | None, since: str | None, format: str) -> None:
    """Tell which works were added, removed, renamed, moved, annotated otherwise or changed, commit by commit.

    FROM..TO compares two states instead: editions, commits, branches or tags; an empty TO is the list as it lies
    in the folder now. A merge counts as one change, of what it brought to this branch.
    """
    from readinglist.history.compared import compared
    from readinglist.history.feed import as_atom
    from readinglist.history.log import steps
    from readinglist.history.telling import as_json, as_markdown, as_text

    if states and since:
        raise click.UsageError("FROM..TO says already since when; leave --since out")
    where = app.reading_list
    told = compared(where, states) if states else steps(where, since)
    if format == "text":
        app.report(as_text(told))
    elif format == "markdown":
        app.report(as_markdown(told))
    elif format == "json":
        app.report(as_json(told).splitlines())
    else:
        app.report_text(as_atom(told, where.read().title or "Reading list"))
