"""Add a work to the catalog: from a link or an identifier, or as it is stated."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from readinglist.cli._app import App, command, dry_run, pass_app
from readinglist.cli._parameters import CATALOG_FILE

if TYPE_CHECKING:
    from readinglist.metadata.adding import Errand
    from readinglist.metadata.drafting import Draft


@command
@click.argument("words", nargs=-1, metavar="[LINK|DOI|ARXIV|ISBN|PMID|GITHUB|-|FIELD=VALUE]...")
@click.option("--no-fetch", is_flag=True, help="Ask nobody: the entry is what is stated here.")
@click.option("--offline", is_flag=True, help="Ask nobody: what is known comes from the cache.")
@click.option("--no-input", is_flag=True, help="Ask no questions on the terminal.")
@click.option("--id", help="The citation key; made from author, year and title if not given.")
@click.option("--type", help="What kind of work it is: blog, paper, book, course, software...")
@click.option("--title", help="The title as published.")
@click.option("--author", multiple=True, help="'Family, Given' or '{Name of a body}'; may be repeated.")
@click.option("--issued", "--date", "issued", help="When it was published: 2024, 2024-05, 2024-05-17.")
@click.option("--url", "URL", help="The address of the work.")
@click.option("--doi", "DOI", help="The DOI.")
@click.option("--arxiv", help="The arXiv number.")
@click.option("--area", multiple=True, help="An area of the catalog; may be repeated.")
@click.option("--tag", "tags", multiple=True, help="A free keyword; may be repeated.")
@click.option("--annote", "--why", "annote", help="Why read this.")
@click.option("--label", help="What the list calls it, where that is not the title.")
@click.option("--link", help="Where the list leads, where that is not the address of the work.")
@click.option("--file", type=CATALOG_FILE, help="Which of the catalog's files to add to; the last one, if not given.")
@click.option("--again", is_flag=True, help="Add it though the work is in the list already.")
@dry_run
@pass_app
def add(
    app: App,
    /,
    words: tuple[str, ...],
    no_fetch: bool,
    offline: bool,
    no_input: bool,
    file: str | None,
    again: bool,
    dry_run: bool,
    **named: str | tuple[str, ...] | None,
) -> int:
    """Add works to the end of the list.

    For a link, DOI, arXiv number, ISBN, PubMed number or github:owner/name, those who know the work are asked, and
    every field is shown with who says so; `-` reads such words from standard input, one a line. What is stated by
    options or as FIELD=VALUE counts before anything that is found. On a terminal, you are asked for the area and
    why to read it. Exit status 1 means that a work was not added, 2 that nobody
    answered.
    """
    from readinglist.editing import field_value, parse_assignments
    from readinglist.metadata.adding import Errand, typed_and_stated

    texts = {name: _joined(name, value) for name, value in named.items() if value}
    typed, assignments = typed_and_stated(_words(words))
    stated = {name: field_value(name, text) for name, text in texts.items()} | parse_assignments(assignments)
    if not stated and not typed:
        raise click.UsageError("an entry needs a link, an identifier or a title; see `readinglist add --help`")
    where = app.reading_list.with_file(file) if file else app.reading_list
    errand = Errand(where, stated, again=again, offline=offline, fetch=not no_fetch)
    if not errand.asks_for(typed):
        app.tell_changes(where.add(stated, again=again, write=not dry_run), written=not dry_run)
        return 0
    may_ask = app.interactive and not (no_input or dry_run)
    refused = [_add_one(app, errand, draft, dry_run, may_ask) for draft in errand.drafts(typed, app.complain)]
    return max([int(errand.failed), *refused])


def _add_one(app: App, errand: Errand, draft: Draft, dry_run: bool, may_ask: bool) -> int:
    """Show what was found and add it; return the exit status."""
    from readinglist.errors import EditRefused

    app.report(errand.shown(draft))
    for line in errand.remarks(draft):
        app.say(line)
    try:
        more = dict(_questions(errand, draft)) if may_ask else {}
        app.tell_changes(errand.write(draft, more, write=not dry_run), written=not dry_run)
    except EditRefused as error:
        app.complain(str(error))
        return 2 if draft.is_unreachable else 1
    return 0


def _questions(errand: Errand, draft: Draft) -> Iterator[tuple[str, Any]]:
    """Ask on the terminal for what only the curator knows; an empty answer leaves it open."""
    areas = errand.areas
    if areas and "area" not in draft.fields:
        told = f"Area ({', '.join(areas)})"
        answer = click.prompt(
            told, default="", show_default=False, type=click.Choice([*areas, ""]), show_choices=False, err=True
        )
        if answer:
            yield "area", [answer]
    if "annote" not in draft.fields and (
        why := click.prompt("Why read this", default="", show_default=False, err=True)
    ):
        yield "annote", why


def _words(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word == "-":
            lines = sys.stdin.buffer.read().decode("utf-8-sig", "replace").splitlines()
            yield from (line.strip() for line in lines if line.strip() and not line.startswith("#"))
        else:
            yield word


def _joined(name: str, value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else (" and " if name == "author" else ",").join(value)
