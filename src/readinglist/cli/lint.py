"""Check the catalog against the rules, and fix what can be fixed."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import REPORT, RULES, OneOf, drawer_names

if TYPE_CHECKING:
    from readinglist.model.catalog import Catalog
    from readinglist.model.finding import Finding
    from readinglist.reading_list import ReadingList


@command
@click.argument("paths", nargs=-1, metavar="[FILE|-]...")
@click.option("--select", type=RULES, help="Run these rules alone.")
@click.option("--ignore", type=RULES, help="Leave these rules out.")
@click.option("--fail-on", type=OneOf(["info", "warning", "error"]), help="Exit with 1 from this severity on.")
@click.option("--fix", is_flag=True, help="Apply the safe fixes.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply the doubtful fixes too; look at the diff.")
@click.option("--diff", is_flag=True, help="Show what the fixes would change, and write nothing.")
@click.option("--baseline", metavar="FILE", help="Leave out what stands in FILE; what is gone goes from it.")
@click.option("--update-baseline", is_flag=True, help="Write all findings into the file of --baseline.")
@click.option("--format", default="text", type=REPORT, help=f"How to tell it: {', '.join(drawer_names('report'))}.")
@pass_app
def lint(
    app: App,
    paths: tuple[str, ...],
    select: str | None,
    ignore: str | None,
    fail_on: str | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    baseline: str | None,
    update_baseline: bool,
    format: str,
) -> int:
    """Check the catalog, or the files that are named, against the rules.

    Every problem of every file is reported in one run. `-` reads a catalog from standard input. A rule
    is ignored for one entry by `check: {ignore: [RULE]}` in the entry, and everywhere by [lint] ignore in
    readinglist.toml; `readinglist explain RULE` says what a rule is about. Bibliographies and lists in
    Markdown that are named are judged where they stand, and not fixed.
    """
    from readinglist.errors import EditRefused
    from readinglist.linting import chosen_rules, lint
    from readinglist.report import find_reporter
    from readinglist.rules import all_rules

    find_reporter(format)
    if update_baseline and not baseline:
        raise click.UsageError("--update-baseline needs --baseline FILE, which it writes")
    if "-" in paths and (fix or unsafe_fixes or diff):
        raise EditRefused("what comes from standard input cannot be fixed in place; name the file instead of -")
    where = _where(app, paths)
    settings = where.lint_settings
    selected = _names(select) or settings.select
    ignored = (*_names(ignore), *settings.ignore)
    if fix or unsafe_fixes or diff:
        changes = where.fix(unsafe=unsafe_fixes, select=selected, ignore=ignored, write=not diff)
        app.tell_changes(changes, written=not diff)
        if diff:
            return int(bool(changes))
    catalog = app.looked_at_today(_read(where, paths))
    findings = lint(catalog, selected, ignored, where.house_rules)
    if baseline:
        rules = chosen_rules(selected, ignored, [*all_rules(), *where.house_rules])
        findings = _new(app, catalog, findings, rules, Path(baseline), update=update_baseline)
    app.tell_findings(catalog, findings, format)
    limit = fail_on or settings.fail_on.value
    return int(any(found.severity.reaches(limit) for found in findings))


def _where(app: App, paths: tuple[str, ...]) -> ReadingList:
    if paths:
        app.catalog = ("-",) if "-" in paths else paths
    return app.reading_list


def _read(where: ReadingList, paths: tuple[str, ...]) -> Catalog:
    from readinglist.catalog_file.read import read_catalog

    return where.at_home(read_catalog({"-": sys.stdin.buffer.read()})) if "-" in paths else where.read()


def _new(
    app: App, catalog: Catalog, findings: list[Finding], rules: set[str], file: Path, *, update: bool
) -> list[Finding]:
    """Return what is not in the baseline, and say what became of that file."""
    from readinglist.baseline import as_known, gone, read_baseline, without_known, write_baseline

    if update:
        write_baseline(file, as_known(findings, catalog, file))
        app.say(f"wrote {file}: {len(findings)} known from now on")
        return []
    known = read_baseline(file)
    new, unmet = without_known(findings, catalog, known, file)
    if over := gone(unmet, catalog, rules, file):
        write_baseline(file, list((Counter(known) - Counter(over)).elements()))
        app.say(f"changed {file}: {len(over)} of its findings gone")
    return new


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (text or "").split(",") if name.strip())
