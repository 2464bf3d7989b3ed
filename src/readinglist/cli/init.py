"""Begin a reading list in this folder, from a file that you have or with an example."""

from __future__ import annotations

from pathlib import Path

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._sources import read_sources, tell_findings, tell_source


@command
@click.option(
    "--from", "source", metavar="FILE", help="Begin with what this file holds: a README.md, bookmarks, a .bib."
)
@pass_app
def init(app: App, source: str | None) -> int:
    """Begin a reading list in this folder: catalog, readinglist.toml, a workflow for CI, and the first exports.

    Asks nothing and touches nothing that is there. With --from the catalog holds the entries of a file in
    any format that `import` reads, and areas for its sections; what of the file was not understood is told
    with its line (all of it with --verbose).
    """
    from readinglist.building import build
    from readinglist.starting import begin, first_files

    [(found, recognised)] = read_sources([source], None) if source else [(None, None)]
    files = first_files(found)
    begin(Path(), files)
    for name in files:
        app.say(f"wrote {name}")
    where = app.reading_list
    catalog = where.sound()
    written = build(where.config, catalog)
    for change in written.changes:
        app.say(f"wrote {change.file}")
    if found is None or recognised is None:
        app.say("the two entries are examples; put your own in their place, then `readinglist lint`")
        return 0
    tell_source(app, found, f"{recognised.format}: {recognised.because}")
    app.say(f"{len(found.areas)} areas, {len(found.findings)} remarks; --verbose tells each with its line")
    tell_findings(app, found, found.findings)
    return 0
