"""Tell what a branch does to the list, for a person to decide on."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import OneOf


@command
@click.option("--since", metavar="REF", required=True, help="The branch or commit that the changes are meant for.")
@click.option("--format", type=OneOf(["text", "markdown", "json", "github"]), default="text", help="How to tell it.")
@pass_app
def review(app: App, since: str, format: str) -> None:
    """Tell what the list in the folder does to the list of REF, work by work, and what is to be known of each.

    Works that are added, changed, removed, moved or renamed; whether they are here already; what was said of their
    links by the last `readinglist check --changed-since REF`; what lint finds in them, and in them alone. These are
    facts and no judgement: the exit status is 0.
    """
    from readinglist.history.review import review
    from readinglist.history.review_telling import as_json, as_markdown, as_text

    found = review(app.reading_list, since)
    if format == "github":
        app.tell_findings(found.catalog, found.all_findings, "github")
    elif format == "json":
        app.report(as_json(found).splitlines())
    else:
        app.report({"text": as_text, "markdown": as_markdown}[format](found))
