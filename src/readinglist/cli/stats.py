"""Count what is in the list: areas, types, years, what is missing."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app


@command
@click.argument("query", nargs=-1)
@click.option("--format", type=click.Choice(["text", "json"]), default="text", help="How to show it.")
@pass_app
def stats(app: App, query: tuple[str, ...], format: str) -> None:
    """Count the entries that match a query, by area, type, year and reading state, and what they lack."""
    import json

    from readinglist.model.counting import counts
    from readinglist.model.query import parse_query

    found = counts(parse_query(query).select(app.read()))
    if format == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for heading, rows in found.items():
        if isinstance(rows, int):
            click.echo(f"{heading}: {rows}")
            continue
        click.echo(f"\n{heading}")
        width = max((len(name) for name in rows), default=0)
        app.report(f"  {name:{width}}  {number}" for name, number in rows.items())
