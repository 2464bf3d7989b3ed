"""Say what a rule of lint is about, with examples."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import RULE


@command
@click.argument("rule", required=False, type=RULE)
@pass_app
def explain(app: App, rule: str | None) -> None:
    """Print the page of a rule; without a rule, the list of all of them."""
    from readinglist.errors import UnknownName
    from readinglist.rules import all_rules

    rules = all_rules()
    if rule is None:
        by_subject = sorted(rules.values(), key=lambda each: (each.subject, each.name))
        width = max(len(f"{each.subject}/{each.name}") for each in by_subject)
        for each in by_subject:
            where = f"{each.subject}/{each.name}"
            app.report([f"{where:{width}}  {each.severity.value:7}  {each.promise}"])
        return
    if rule not in rules:
        raise UnknownName("rule", rule, rules, "`readinglist explain` lists them")
    app.report([f"{rule} ({rules[rule].severity.value})", "", rules[rule].page])
