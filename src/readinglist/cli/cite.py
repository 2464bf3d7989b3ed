"""Print the citation of entries, to be pasted somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import ENTRY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readinglist.citing import Item


@command
@click.argument("ids", nargs=-1, type=ENTRY, metavar="[ID]...")
@click.option("--style", metavar="STYLE", help="A citation style, such as apa, ieee or a .csl file; see `styles`.")
@click.option(
    "--locale", metavar="LOCALE", help="The language of the citation, such as de-DE; the style's, if not given."
)
@click.option(
    "--format",
    metavar="FORMAT",
    help="text, markdown, html, latex, rst or json in a style; or attribution, bibtex and every other export format.",
)
@click.option("--in-text", is_flag=True, help="Print what stands in the text instead: (Kwon et al., 2023).")
@click.option("--each", is_flag=True, help="Cite every entry alone, not as one bibliography in the style's order.")
@click.option("--items", metavar="FILE", help="Cite the items of a CSL-JSON file instead of a catalog's; - reads one.")
@pass_app
def cite(
    app: App,
    ids: tuple[str, ...],
    style: str | None,
    locale: str | None,
    format: str | None,
    in_text: bool,
    each: bool,
    items: str | None,
) -> None:
    """Print the citation of the entries ID.

    Without a style and a format that is the line that attributes a work in running text. With --style, or one
    of the formats text, markdown, html, latex, rst and json, it is a bibliography (in APA, if no style is named).
    """
    from readinglist import citing
    from readinglist.citations import format_names

    if not (style or in_text or each or items or format in (*format_names(), "json")):
        app.report_text(_exported(app, ids, format or "attribution"))
        return
    chosen, style = _items(app, ids, items), style or citing.USUAL_STYLE
    if format == "json":
        app.report_text(citing.as_json(chosen, style, locale=locale, each=each))
    elif in_text:
        app.report_text(citing.in_text(chosen, style, locale=locale, format=format or "text") + "\n")
    else:
        found = citing.bibliography(chosen, style, locale=locale, format=format or "text", each=each)
        app.report_text(citing.page(found, format or "text"))


def _exported(app: App, ids: tuple[str, ...], format: str) -> str:
    from readinglist.exporters import find_exporter

    exporter = find_exporter(format)
    catalog = app.reading_list.readable()
    return exporter(catalog.only(tuple(catalog[name] for name in _named(ids))))


def _items(app: App, ids: tuple[str, ...], file: str | None) -> Sequence[Item]:
    from readinglist.citing import items_of, read_items
    from readinglist.errors import CannotRead, UnknownName, why

    if file is None:
        catalog = app.reading_list.readable()
        return items_of([catalog[name] for name in _named(ids)])
    try:
        with click.open_file(file, encoding="utf-8") as stream:
            items = {str(item["id"]): item for item in read_items(stream.read(), file)}
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRead(f"{file}: cannot be read: {why(error) if isinstance(error, OSError) else error}") from error
    for name in ids:
        if name not in items:
            raise UnknownName("item", name, items)
    return [items[name] for name in ids or items]


def _named(ids: tuple[str, ...]) -> tuple[str, ...]:
    if not ids:
        raise click.UsageError("name the entries to cite; `readinglist list --format ids` shows what there is")
    return ids
