"""Print the citation of entries, to be pasted somewhere."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import ENTRY


@command
@click.argument("ids", nargs=-1, required=True, type=ENTRY, metavar="ID...")
@click.option(
    "--format", default="attribution", metavar="FORMAT", help="attribution, bibtex, biblatex or another format."
)
@pass_app
def cite(app: App, ids: tuple[str, ...], format: str) -> None:
    """Print the citation of the entries ID, in the order in which they are named."""
    from readinglist.exporters import find_exporter

    exporter = find_exporter(format)
    catalog = app.reading_list.sound()
    app.report_text(exporter(catalog.only(tuple(catalog[name] for name in ids))))
