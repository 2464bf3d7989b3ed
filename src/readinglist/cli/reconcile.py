"""Compare renderings of the list, with or without addresses, with the catalog."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app


@command
@click.argument("renderings", nargs=-1, required=True, metavar="RENDERING...")
@pass_app
def reconcile(app: App, renderings: tuple[str, ...]) -> int:
    """Compare renderings of the list (text, Markdown, HTML) with the catalog, by the titles in them.

    Says which entries are missing, extra, renamed, shortened, translated or annotated otherwise, and what is
    said of one entry that the catalog says of another alone. Exits with 1 where anything differs.
    """
    from pathlib import Path

    from readinglist.converting import decoded
    from readinglist.errors import CannotRead, why
    from readinglist.reconciling import aligned, remarks

    catalog = app.read()
    differs = False
    for name in renderings:
        try:
            found = aligned(catalog, decoded(Path(name).read_bytes()))
        except OSError as error:
            raise CannotRead(f"{name}: cannot be read: {why(error)}") from error
        told = list(remarks(catalog, found))
        app.report(f"{name}:{line or 1}: {text}" for line, text in told)
        app.say(f"{name}: {len(found.matches)} of {len(catalog.listed)} entries found, {len(told)} differences")
        differs |= bool(told)
    return int(differs)
