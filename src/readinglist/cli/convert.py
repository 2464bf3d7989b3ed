"""Turn a bibliography file into another format, without any catalog."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._sources import read_sources, tell_findings, tell_source

if TYPE_CHECKING:
    from readinglist.importers import Imported
    from readinglist.model.finding import Finding


@command
@click.argument("source", metavar="IN|-")
@click.argument("target", metavar="OUT|-", default="-")
@click.option("--from", "source_format", metavar="FORMAT", help="Read this format; else the file is looked at.")
@click.option("--to", "target_format", metavar="FORMAT", help="Write this format; else what the suffix of OUT says.")
@click.option("--report", metavar="FILE", help="Write what was noticed and what is lost to FILE (.txt, .json, .md, …).")
@pass_app
def convert(
    app: App, source: str, target: str, source_format: str | None, target_format: str | None, report: str | None
) -> int:
    """Turn a bibliography file into another format: BibTeX, CSL, RIS, Hayagriva, CFF, Markdown and more.

    Every format of `export` can be written, and `catalog`, which is the YAML of a reading list. `-` is
    standard input or output. `--report` tells, entry by entry, what the other format cannot hold.
    """
    from readinglist import converting
    from readinglist.store import write_whole

    wanted = target_format or converting.target_format(target)
    [(found, recognised)] = read_sources([source], source_format)
    tell_source(app, found, f"{recognised.format}: {recognised.because}")
    text = converting.written_as(found, wanted)
    if target == "-":
        click.echo(text, nl=False)
    else:
        write_whole(Path(target), text)
        app.say(f"wrote {target}")
    lost = list(converting.losses(found, wanted))
    if report:
        write_whole(Path(report), _report(found, [*found.findings, *lost], Path(report).suffix))
    return tell_findings(app, found, [*found.findings, *lost])


def _report(source: Imported, findings: Sequence[Finding], suffix: str) -> str:
    from readinglist.report import all_reporters

    names = {".md": "markdown", ".sarif": "sarif", ".xml": "junit"}
    reporters = all_reporters()
    chosen = reporters.get(names.get(suffix, suffix.lstrip(".")), reporters["text"])
    catalog = source.catalog
    return "\n".join([*chosen.lines(catalog.in_reading_order(findings), catalog, False), ""])
