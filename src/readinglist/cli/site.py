"""Show the page in a browser, or write the site into a folder."""

from __future__ import annotations

from pathlib import Path

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import Whole


@command
@click.option("-o", "--output", metavar="FOLDER", help="Write the site into this folder instead of showing it.")
@click.option("--fragment", is_flag=True, help="Print the list as a part for the page of another generator.")
@click.option("--port", type=Whole(), default="8000", help="Where to show it; 0 takes a free port. [usual: 8000]")
@click.option("--force", is_flag=True, help="Replace files in the folder that somebody else made or changed.")
@pass_app
def site(app: App, output: str | None, fragment: bool, port: str, force: bool) -> int:
    """Show the page in a browser, or write the site into a folder.

    The site is the page, an Atom and a JSON feed, the list as JSON and Markdown, and every export that
    readinglist.toml names. It is shown on this machine alone, and read anew for every look. With --fragment
    the list is printed as HTML that a page of Jekyll, MkDocs or Quarto can hold.
    """
    from readinglist.publishing import fragment_of, publish

    where = app.reading_list
    if fragment:
        app.report_text(fragment_of(where.config, where.sound()))
    elif output is not None:
        found = publish(where.config, where.sound(), Path(output), force=force)
        for change in found.changes:
            app.say(f"wrote {change.file}")
        for name in found.outdated:
            app.say(f"removed {name}, which is no longer asked for")
        app.say(f"{len(found.changes)} written")
    else:
        _show(app, int(port))
    return 0


def _show(app: App, port: int) -> None:
    import contextlib

    from readinglist.publishing import file_of
    from readinglist.serving import server

    where = app.reading_list
    where.sound()
    with server(lambda name: file_of(where.config, where.sound(), name), port) as shown:
        app.say(f"http://localhost:{shown.server_port}/ shows the list; Ctrl-C ends it")
        with contextlib.suppress(KeyboardInterrupt):  # which is how a person ends it
            shown.serve_forever()
