"""Say what a rule of lint, or a reason of check, is about, with examples."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app


@command
@click.argument("rule", required=False)
@pass_app
def explain(app: App, rule: str | None) -> None:
    """Print the page of a rule or of a link's reason; without a name, the list of all of them."""
    from readinglist.errors import UnknownName
    from readinglist.links.reasons import Reason, all_reasons
    from readinglist.rules import Rule, all_rules

    pages: dict[str, Rule | Reason] = {**all_rules(), **all_reasons()}
    if rule is None:
        for each in sorted(pages.values(), key=lambda each: (each.subject, each.name)):
            click.echo(f"{each.subject + '/' + each.name:34} {each.severity.value:8} {each.promise}")
        return
    if rule not in pages:
        raise UnknownName("rule", rule, pages)
    click.echo(f"{rule} ({pages[rule].severity.value})\n\n{pages[rule].page}")
