"""Begin a reading list in this folder, from a file that you have or with an example."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._sources import read_sources, tell_findings, tell_source

if TYPE_CHECKING:
    from readinglist.importers import Imported
    from readinglist.model.catalog import Catalog


@command
@click.option(
    "--from", "source", metavar="FILE", help="Begin with what this file holds: a README.md, bookmarks, a .bib."
)
@click.option(
    "--regions", is_flag=True, help="Put regions in the place of the lists of the Markdown file, which `build` fills."
)
@pass_app
def init(app: App, source: str | None, regions: bool) -> int:
    """Begin a reading list in this folder: catalog, readinglist.toml, a workflow for CI, and the first exports.

    Asks nothing and touches nothing that is there. With --from the catalog holds the entries of a file in
    any format that `import` reads, and areas for its sections; what of the file was not understood is told
    with its line (all of it with --verbose). With --regions that file is changed, too, and the change shown:
    each of its lists that the catalog can write so that it reads the same becomes a region; others stay.
    """
    from readinglist.building import build
    from readinglist.starting import begin, first_files, readme_of

    [(found, recognised)] = read_sources([source], None) if source else [(None, None)]
    readme = readme_of(found, recognised, Path()) if regions else None
    files = first_files(found, readme)
    begin(Path(), files)
    for name in files:
        app.say(f"wrote {name}")
    where = app.reading_list
    catalog = where.sound()
    if readme and found:
        _put_regions(app, readme, found, catalog)
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


def _put_regions(app: App, readme: str, found: Imported, catalog: Catalog) -> None:
    from readinglist.catalog_file.change import Change
    from readinglist.regioning import with_regions
    from readinglist.store import write_whole

    before = Path(readme).read_bytes().decode()
    made = with_regions(before, readme, found, catalog)
    app.tell_changes((Change(readme, before, made.text),), written=False)
    write_whole(Path(readme), made.text)
    app.say(f"{made.regions} regions in {readme}")
    for line in made.told:
        app.say(line)
