"""Propose better addresses, with what speaks for them, and write those that are proven."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._parameters import OneOf

if TYPE_CHECKING:
    from collections.abc import Callable

    from readinglist.config import Config
    from readinglist.web.client import Client


@command
@click.argument("query", nargs=-1)
@click.option("--write", is_flag=True, help="Write what is proven; the rest stays a patch to look at.")
@click.option("--urls", metavar="FILE", help="Look at a plain list of addresses, one a line, instead of the catalog.")
@click.option("--allow-private", is_flag=True, help="Ask hosts without a public address too.")
@click.option("--format", default="diff", type=OneOf(["diff", "json"]), help="How to tell it: diff, json.")
@dry_run
@pass_app
def repair(
    app: App, query: tuple[str, ...], write: bool, urls: str | None, allow_private: bool, format: str, dry_run: bool
) -> None:
    """Look for better addresses: of the whole list, or of the entries that QUERY asks for.

    Permanent redirects, repositories that were renamed, hosts that have moved, https, `www.`, last slashes, trackers,
    and the right forms of DOI and arXiv addresses. A redirect to a home page, a login, a parked domain or another
    work is no proposal. `--write` applies only what two witnesses prove and nothing speaks against.
    """
    if urls is not None:
        if write or query:
            raise click.UsageError("--urls only proposes, and takes no query; leave --write and the query out")
        return _repair_urls(app, urls, format, allow_private)
    return _repair_list(app, query, format, allow_private, write and not dry_run)


def _repair_list(app: App, query: tuple[str, ...], format: str, allow_private: bool, write: bool) -> None:
    import json

    from readinglist.cli._progress import Bar
    from readinglist.links.repair.repairing import repair_list
    from readinglist.links.repair.telling import as_object, summary
    from readinglist.model.query import parse_query

    where = app.reading_list
    catalog, connect = app.read(), _connection(where.config, allow_private)
    with Bar(quiet=app.quiet) as bar:
        found = repair_list(where, catalog, parse_query(query), connect, bar.show)
    if format == "json":
        app.report(json.dumps([as_object(each) for each in found.proposals.values()], indent=2).splitlines())
    else:
        app.report(found.lines(certain=not write))
    if write:
        app.tell_changes(found.write(certain=True, write=True), written=True)
    if format == "diff":
        app.report(line for change in found.write(certain=False, write=False) for line in change.diff.splitlines())
    app.say(summary(found.proposals.values()))


def _repair_urls(app: App, file: str, format: str, allow_private: bool) -> None:
    import json

    from readinglist.cli._progress import Bar
    from readinglist.errors import CannotRead
    from readinglist.links.repair.repairing import repair_urls
    from readinglist.links.repair.telling import as_object, diff, lines, summary

    try:
        text = Path(file).read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise CannotRead(f"{file}: cannot be read: {error.strerror or error}") from error
    config = app.settings
    urls = [line.strip() for line in text.splitlines() if line.strip()]
    with Bar(quiet=app.quiet) as bar:
        found = repair_urls(urls, config, _connection(config, allow_private), bar.show)
    if format == "json":
        app.report(json.dumps([as_object(found[url]) for url in urls], indent=2).splitlines())
    else:
        app.report(line for each in found.values() for line in lines(each))
        app.report(diff(file, text, found))
    app.say(summary(found.values()))


def _connection(config: Config, allow_private: bool) -> Callable[[], Client]:
    from readinglist.links.setup import client_of

    return lambda: client_of(config.settings, allow_private=allow_private)
