"""Say what a rule of lint is about, with examples."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app


@command
@click.argument("rule", required=False)
@pass_app
def explain(app: App, rule: str | None) -> None:
    """Print the page of a rule; without a rule, the list of all of them."""
    from readinglist.errors import UnknownName
    from readinglist.rules import all_rules

    rules = all_rules()
    if rule is None:
        for each in sorted(rules.values(), key=lambda each: (each.subject, each.name)):
            click.echo(f"{each.subject + '/' + each.name:34} {each.severity.value:8} {each.promise}")
        return
    if rule not in rules:
        raise UnknownName("rule", rule, rules)
    click.echo(f"{rule} ({rules[rule].severity.value})\n\n{rules[rule].page}")
