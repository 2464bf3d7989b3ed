"""Validate the catalog and write every export that readinglist.toml names."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app


@command
@click.option("--check", is_flag=True, help="Write nothing; show what is stale, and exit with 1 if anything is.")
@click.option("--force", is_flag=True, help="Replace files that somebody else made or changed.")
@pass_app
def build(app: App, check: bool, force: bool) -> int:
    """Validate the catalog and write every export that readinglist.toml names.

    Only files that change are touched, and equal catalogs give equal files on every machine. A file that
    readinglist did not write, or that was changed since, is left alone and named, unless --force is given.
    """
    from readinglist.building import build

    where = app.reading_list
    found = build(where.config, where.sound(), write=not check, force=force)
    if check:
        app.tell_changes((*found.changes, *found.filled), written=False)
        app.report(f"{name} is no longer asked for; `readinglist build` removes it" for name in found.outdated)
        return int(found.stale)
    for change in found.changes:
        app.say(f"wrote {change.file}")
    for change in found.filled:
        app.say(f"filled the regions of {change.file}")
    for name in found.outdated:
        app.say(f"removed {name}, which is no longer asked for")
    unchanged = len(where.config.settings.exports) - len(found.changes)
    app.say(f"{len(found.changes)} written, {unchanged} unchanged")
    return 0
