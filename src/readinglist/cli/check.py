"""Check whether the links work, politely, and remember what was learned."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import REPORT, drawer_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from readinglist.cli._progress import Bar
    from readinglist.config import Config
    from readinglist.links.collect import Links
    from readinglist.links.plan import Plan, Progress, Watch
    from readinglist.links.verdict import Judgement
    from readinglist.model.catalog import Catalog
    from readinglist.web.client import Client


@command
@click.argument("query", nargs=-1)
@click.option("--changed-since", metavar="REF", help="Check the entries that changed since this commit, strictly.")
@click.option("--url", "urls", multiple=True, metavar="URL", help="Check this address (may be repeated).")
@click.option("--files", multiple=True, metavar="FILE", help="Check the links of a Markdown, HTML or text file.")
@click.option("--offline", is_flag=True, help="Ask nobody; answer from the ledger.")
@click.option("--max-age", metavar="SPAN", help="How long a living link is believed unasked: 12h, 7d, 0.")
@click.option("--shard", metavar="I/N", help="Check the I-th of N parts; all links of a host are in one.")
@click.option("--fail-on", metavar="VERDICT,...", help="Exit with 1 for these verdicts or reasons; any, never.")
@click.option("--allow-private", is_flag=True, help="Ask hosts without a public address too.")
@click.option("--explain", metavar="URL", help="Show step by step how the verdict on an address comes about.")
@click.option("--format", default="text", type=REPORT, help=f"How to tell it: {', '.join(drawer_names('report'))}.")
@pass_app
def check(
    app: App,
    query: tuple[str, ...],
    changed_since: str | None,
    urls: tuple[str, ...],
    files: tuple[str, ...],
    offline: bool,
    max_age: str | None,
    shard: str | None,
    fail_on: str | None,
    allow_private: bool,
    explain: str | None,
    format: str,
) -> int:
    """Check the links of the catalog, or of the entries that QUERY asks for.

    `-` reads addresses from standard input, one a line. Each address is asked once, wherever it stands. What is
    learned is kept in ledger.jsonl beside readinglist.toml: a link that was alive is called gone only after it
    failed on three days at least 72 hours apart. Exit status 1 means that a link is gone (see --fail-on), 2 that
    there was no network. `readinglist explain REASON` says what a reason is about.
    """

    import datetime

    from readinglist.links.check import wanted_of
    from readinglist.links.collect import with_texts
    from readinglist.links.setup import plan_of
    from readinglist.links.telling import checked_names, findings_of, summary
    from readinglist.model.finding import Severity

    if explain:
        return _explain(app, explain, allow_private)
    _checked_format(format)
    config, catalog, links = _collected(app, query, urls, files, changed_since)
    settings = config.settings.check
    failing = checked_names(fail_on.split(",") if fail_on is not None else settings.fail_on)
    wanted = wanted_of(links.places, *(_shard(shard) if shard else (1, 1)), settings.skip)
    plan = plan_of(config.settings, datetime.date.today(), max_age=max_age, offline=offline, strict=bool(changed_since))
    judgements = _judged(app, config, wanted, links.dois, plan, allow_private, _told_with(format))
    catalog = with_texts(catalog, links)
    findings = catalog.in_reading_order(findings_of(judgements, links.places, catalog, failing))
    if format in {"json", "jsonl"}:
        _tell_objects(app, judgements, links, catalog, format)
    else:
        app.tell_findings(catalog, findings, format)
    app.say(summary(judgements))
    return int(any(found.severity is Severity.ERROR for found in findings))


def _checked_format(format: str) -> None:
    """Raise `UnknownName` where no report is called that, and load none yet: that can wait until servers are slow."""
    if format not in drawer_names("report"):
        from readinglist.report import find_reporter

        find_reporter(format)


def _tell_objects(app: App, judgements: dict[str, Judgement], links: Links, catalog: Catalog, format: str) -> None:
    import json

    from readinglist.links.telling import as_objects

    objects = as_objects(judgements, links.places, catalog)
    if format == "jsonl":
        app.report(json.dumps(each) for each in objects)
    else:
        app.report(json.dumps(list(objects), indent=2).splitlines())


def _collected(
    app: App, query: tuple[str, ...], urls: tuple[str, ...], files: tuple[str, ...], changed_since: str | None
) -> tuple[Config, Catalog | None, Links]:
    """Return the links that are meant: of addresses, of standard input, of files, or of the catalog."""
    from readinglist.links.collect import Links

    links = Links()
    if urls or files or query == ("-",):
        _add_texts(links, query, urls, (*files, *query) if files else (), changed_since)
        return app.settings, None, links
    from readinglist.links.changed import changed_lines, touched
    from readinglist.model.query import parse_query

    where = app.reading_list
    catalog = app.read()
    chosen = parse_query(query).select(catalog)
    if changed_since:
        chosen = chosen.only(touched(chosen, changed_lines(where.files, changed_since)))
    links.add_catalog(chosen)
    return where.config, catalog, links


def _add_texts(
    links: Links, query: tuple[str, ...], urls: tuple[str, ...], files: tuple[str, ...], changed_since: str | None
) -> None:
    lines = None
    if changed_since:
        from readinglist.links.changed import changed_lines

        lines = changed_lines(files, changed_since)
    if urls:
        links.add_lines("command line", "\n".join((*urls, *(() if files else query))))
    for file in files:
        links.add_file(file, lines)
    if query == ("-",) and not urls and not files:
        links.add_lines("-", sys.stdin.buffer.read().decode("utf-8-sig", "replace"))


def _shard(text: str) -> tuple[int, int]:
    number, _, of = text.partition("/")
    if not (number.isdigit() and of.isdigit() and 1 <= int(number) <= int(of)):
        raise click.BadParameter(f"'{text}' is no shard; write 1/4 for the first of four", param_hint="--shard")
    return int(number), int(of)


def _judged(
    app: App,
    config: Config,
    urls: list[str],
    dois: Mapping[str, str],
    plan: Plan,
    allow_private: bool,
    told_with: Sequence[str],
) -> dict[str, Judgement]:
    import gc

    from readinglist.cli._progress import Bar
    from readinglist.ledger.file import Ledger
    from readinglist.links.check import check_links

    gc.set_threshold(50_000, 20, 20)  # nearly all that a check makes, it keeps
    with Ledger(_ledger_file(app, config)) as ledger, Bar(quiet=app.quiet) as bar:
        return check_links(urls, lambda: _client(config, allow_private), ledger, plan, _watching(bar, told_with), dois)


def _told_with(format: str) -> tuple[str, ...]:
    """Return the modules that the report needs."""
    reporter = "text" if format in {"json", "jsonl"} else format
    return ("readinglist.model.catalog", "readinglist.links.reasons", f"readinglist.report.{reporter}")


def _watching(bar: Bar, told_with: Sequence[str]) -> Watch:
    """Return what shows how far it is, and loads what the report needs while servers think about their answers."""

    def watch(progress: Progress) -> None:
        bar.show(progress)
        for name in told_with:
            import_module(name)

    return watch


def _client(config: Config, allow_private: bool, tell: Callable[[str], None] | None = None) -> Client:
    from readinglist.links.setup import client_of

    return client_of(config.settings, allow_private=allow_private, tell=tell)


def _ledger_file(app: App, config: Config) -> Path | None:
    """Return where to remember: beside the configuration or the catalog; nowhere, where there is neither."""
    if config.file is None and not app.has_list:
        return None
    return config.root / config.settings.check.ledger


def _explain(app: App, url: str, allow_private: bool) -> int:
    import datetime

    from readinglist.ledger.file import Ledger
    from readinglist.links.explaining import explained
    from readinglist.links.setup import plan_of
    from readinglist.model.visible import visible

    config = app.settings
    client = _client(config, allow_private, tell=lambda line: app.report([f"  {visible(line)}"]))
    plan = plan_of(config.settings, datetime.date.today())
    known = Ledger(_ledger_file(app, config)).get(url)
    try:
        app.report(visible(line) for line in explained(url, client, plan, known))
    finally:
        client.close()
    return 0
