"""Show one entry with everything that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import ENTRY, OneOf

if TYPE_CHECKING:
    from readinglist.model.catalog import Catalog
    from readinglist.model.entry import Entry


@command
@click.argument("id", type=ENTRY)
@click.option("--format", type=OneOf(["text", "json", "yaml"]), default="text", help="How to show it.")
@pass_app
def show(app: App, id: str, format: str) -> None:
    """Show the entry ID: its fields, and where it is written."""
    import json

    from readinglist.catalog_file.scalars import entry_lines
    from readinglist.model.entry import fields_of
    from readinglist.model.visible import visible

    catalog = app.read()
    entry = catalog[id]
    if format == "json":
        app.report([json.dumps(fields_of(entry), ensure_ascii=False, indent=2)])
    elif format == "yaml":
        app.report(visible(line) for line in entry_lines(_as_data(fields_of(entry)), ""))
    else:
        app.report(_lines(catalog, entry))


def _as_data(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_data(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_data(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _lines(catalog: Catalog, entry: Entry) -> list[str]:
    from readinglist.model.entry import NAME_FIELDS, fields_of
    from readinglist.model.visible import visible

    rows = []
    for name, value in fields_of(entry).items():
        if name in NAME_FIELDS:
            value = "; ".join(person.text for person in entry.get(name))  # type: ignore[attr-defined]
        elif isinstance(value, list):
            value = ", ".join(value)
        elif isinstance(value, dict):
            value = "; ".join(f"{key}: {each}" for key, each in value.items())
        rows.append((name, visible(str(value)).replace("\n", " ")))
    width = max(len(name) for name, _ in rows)
    position = catalog.position(entry.place)
    return [visible(entry.shown_title), visible(str(position)), "", *(f"{name:{width}}  {text}" for name, text in rows)]
