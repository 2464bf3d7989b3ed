"""Add an entry to the catalog."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._parameters import CATALOG_FILE


@command
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option("--no-fetch", is_flag=True, expose_value=False, help="Ask nobody: the entry is what is stated here.")
@click.option("--id", help="The citation key; made from author, year and title if not given.")
@click.option("--type", help="What kind of work it is: blog, paper, book, course, software...")
@click.option("--title", help="The title as published.")
@click.option("--author", multiple=True, help="'Family, Given' or '{Name of a body}'; may be repeated.")
@click.option("--issued", "--date", "issued", help="When it was published: 2024, 2024-05, 2024-05-17.")
@click.option("--url", "URL", help="The address of the work.")
@click.option("--doi", "DOI", help="The DOI.")
@click.option("--arxiv", help="The arXiv number.")
@click.option("--area", multiple=True, help="An area of the catalog; may be repeated.")
@click.option("--tag", "tags", multiple=True, help="A free keyword; may be repeated.")
@click.option("--annote", "--why", "annote", help="Why read this.")
@click.option("--label", help="What the list calls it, where that is not the title.")
@click.option("--link", help="Where the list leads, where that is not the address of the work.")
@click.option("--file", type=CATALOG_FILE, help="Which of the catalog's files to add to; the last one, if not given.")
@click.option("--again", is_flag=True, help="Add it though the work is in the list already.")
@dry_run
@pass_app
def add(
    app: App,
    /,
    fields: tuple[str, ...],
    file: str | None,
    again: bool,
    dry_run: bool,
    **named: str | tuple[str, ...] | None,
) -> None:
    """Add an entry, its fields by options or as FIELD=VALUE, to the end of the list."""
    from readinglist.editing import field_value, parse_assignments

    texts = {name: _joined(name, value) for name, value in named.items() if value}
    stated = {name: field_value(name, text) for name, text in texts.items()} | parse_assignments(fields)
    if not stated:
        raise click.UsageError("an entry needs at least a title; see `readinglist add --help`")
    where = app.reading_list.with_file(file) if file else app.reading_list
    app.tell_changes(where.add(stated, again=again, write=not dry_run), written=not dry_run)


def _joined(name: str, value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else (" and " if name == "author" else ",").join(value)
