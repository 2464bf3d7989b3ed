"""Count what is in the list: areas, types, years, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import OneOf


@command
@click.argument("query", nargs=-1)
@click.option("--format", type=OneOf(["text", "json"]), default="text", help="How to show it.")
@pass_app
def stats(app: App, query: tuple[str, ...], format: str) -> None:
    """Count the entries that match a query, by area, type, year and reading state, and what they lack."""
    import json

    from readinglist.model.counting import counts
    from readinglist.model.query import parse_query

    found = counts(parse_query(query).select(app.read()))
    app.report([json.dumps(found, ensure_ascii=False, indent=2)] if format == "json" else _lines(found))


def _lines(found: dict[str, int | dict[str, int]]) -> Iterator[str]:
    from readinglist.model.visible import visible

    for heading, rows in found.items():
        if isinstance(rows, int):
            yield f"{heading}: {rows}"
        elif rows:
            width = max(len(name) for name in rows)
            yield from ("", heading, *(f"  {visible(name):{width}}  {number}" for name, number in rows.items()))
