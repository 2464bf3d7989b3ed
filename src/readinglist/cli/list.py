"""List the entries that a query asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import EDITION, OneOf, Whole

if TYPE_CHECKING:
    from readinglist.model.entry import Entry


@command
@click.argument("query", nargs=-1)
@click.option("--sort", metavar="FIELD", help="Sort by a field, such as year, title, author; -year is newest first.")
@click.option("--limit", type=Whole(), help="Show the first N only.")
@click.option("--edition", type=EDITION, help="List an edition, in its order.")
@click.option("--format", type=OneOf(["text", "json", "ids"]), default="text", help="How to show them.")
@pass_app
def list_(
    app: App, query: tuple[str, ...], sort: str | None, limit: int | None, edition: str | None, format: str
) -> None:
    """List the entries that match a query; all of them without one.

    A query is words, "phrases", -not, area:, tag:, type:, author:, title:, id:, year:2022..2024, reading:,
    level:, has:doi; an entry must match all of it.
    """
    from readinglist.model.query import parse_query
    from readinglist.model.sorting import in_order_of

    asked = parse_query(query)
    catalog = app.read()
    catalog = asked.select(catalog.edition(edition) if edition else catalog)
    entries = in_order_of(catalog.entries, sort) if sort else catalog.entries
    entries = entries[:limit]
    app.report({"json": _as_json, "ids": _as_ids, "text": _as_text}[format](entries))


def _as_ids(entries: tuple[Entry, ...]) -> Iterator[str]:
    yield from (entry.id for entry in entries)


def _as_json(entries: tuple[Entry, ...]) -> Iterator[str]:
    import json

    from readinglist.model.entry import fields_of

    yield json.dumps([fields_of(entry) for entry in entries], ensure_ascii=False, indent=2)


def _as_text(entries: tuple[Entry, ...]) -> Iterator[str]:
    from readinglist.model.visible import visible

    width = min(32, max((len(entry.id) for entry in entries), default=0))
    for entry in entries:
        yield visible(f"{entry.id:{width}}  {entry.shown_title}{_details(entry)}")


def _details(entry: Entry) -> str:
    people = [person.family_text for person in entry.author]
    who = f"{people[0]} et al." if len(people) > 2 else " and ".join(people)
    parts = [who, str(entry.issued.year) if entry.issued else "", ", ".join(entry.area)]
    return "".join(f" · {part}" for part in parts if part)


command = list_
