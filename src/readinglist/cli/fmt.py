"""Bring catalog files into canonical form: key order, names, spellings."""

from __future__ import annotations

import sys

import click

from readinglist.cli._app import App, command, pass_app


@command
@click.argument("paths", nargs=-1, metavar="[FILE|-]...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change, and exit with 1 if anything would.")
@pass_app
def fmt(app: App, paths: tuple[str, ...], check: bool, diff: bool) -> int:
    """Bring catalog files into canonical form.

    Orders the keys within entries, and gives fields, types and names their one spelling. Comments, quotes,
    line ends and the order of entries stay. `-` formats standard input to standard output.
    """
    if "-" in paths:
        app.report_text(_formatted_stdin())
        return 0
    if paths:
        app.catalog = paths
    changes = app.reading_list.format(write=not (check or diff))
    if diff:
        app.tell_changes(changes, written=False)
    elif check:
        app.report(f"{change.file} is not in canonical form; run `readinglist fmt`" for change in changes)
    else:
        app.tell_changes(changes, written=True)
    return int(bool(changes) and (check or diff))


def _formatted_stdin() -> str:
    from readinglist.catalog_file.format import formatted
    from readinglist.catalog_file.read import write_down

    return formatted(write_down("-", sys.stdin.buffer.read())[0])
