"""Say what a rule of lint, or a reason of check, is about, with examples."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import PAGE


@command
@click.argument("rule", required=False, type=PAGE)
@pass_app
def explain(app: App, rule: str | None) -> None:
    """Print the page of a rule or of a link's reason; without a name, the list of all of them."""
    from readinglist.errors import UnknownName
    from readinglist.links.reasons import Reason, all_reasons
    from readinglist.rules import Rule, all_rules

    pages: dict[str, Rule | Reason] = {**all_rules(), **all_reasons()}
    if rule is None:
        by_subject = sorted(pages.values(), key=lambda each: (each.subject, each.name))
        width = max(len(f"{each.subject}/{each.name}") for each in by_subject)
        for each in by_subject:
            where = f"{each.subject}/{each.name}"
            app.report([f"{where:{width}}  {each.severity.value:7}  {each.promise}"])
        return
    if rule not in pages:
        raise UnknownName("rule", rule, pages, "`readinglist explain` lists them")
    app.report([f"{rule} ({pages[rule].severity.value})", "", pages[rule].page])
