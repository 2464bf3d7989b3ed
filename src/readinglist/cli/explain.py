"""Say what a rule of lint, or a reason of check, is about, with examples."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import PAGE


@command
@click.argument("rule", required=False, type=PAGE)
@pass_app
def explain(app: App, rule: str | None) -> None:
    """Print the page of a rule or of a link's reason; without a name, the list of all of them.

    A part of a name is enough (`arxiv doi` in quotes, `tracking`): where several pages fit, they are listed.
    """
    from readinglist.explaining import all_pages, index, pages_for

    pages = all_pages(app.settings)
    found = pages_for(rule, pages) if rule else list(pages.values())
    if rule and len(found) == 1:
        [page] = found
        app.report([f"{page.name} ({page.severity.value})", "", page.page])
    else:
        app.report(index(found))
