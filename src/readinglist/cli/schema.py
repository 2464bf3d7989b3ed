"""Print the JSON Schema of catalog files, for editors."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app


@command
@click.option("-o", "--output", metavar="FILE", help="Write to this file.")
@pass_app
def schema(app: App, output: str | None) -> None:
    """Print the JSON Schema of catalog files.

    Save it beside the catalog as readinglist.schema.json, and let the catalog's first line be
    `# yaml-language-server: $schema=readinglist.schema.json`: editors then complete and explain fields.
    """
    import json
    from pathlib import Path

    from readinglist.catalog_file.schema import json_schema
    from readinglist.catalog_file.store import write_whole

    text = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    if output in (None, "-"):
        app.report_text(text)
    else:
        write_whole(Path(str(output)), text)
        app.say(f"wrote {output}")
