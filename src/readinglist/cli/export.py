"""Write the entries that a query asks for in one of the formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import click

from readinglist.cli._app import App, QueryCommand, pass_app, shared_options
from readinglist.cli._parameters import EDITION, OneOf

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from readinglist.exporters import Exporter
    from readinglist.model.catalog import Catalog


class Formats(click.Group):
    """A group whose commands are the formats, each with the options that its file declares."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all formats."""
        from readinglist.exporters import all_exporters

        return list(all_exporters())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return the command that writes a format."""
        from readinglist.exporters import find_exporter

        return _command(find_exporter(name))


@click.group(cls=Formats, context_settings={"help_option_names": ["-h", "--help"]})
@shared_options
def export() -> None:
    """Write the entries that a query asks for in one of the formats below; all entries without a query.

    `readinglist export FORMAT --help` lists the options of a format.
    """


def _command(exporter: Exporter) -> click.Command:
    @pass_app
    def write(
        app: App, /, query: tuple[str, ...], edition: str | None, output: str | None, report: bool, **options: Any
    ) -> None:
        from readinglist.building import options_of
        from readinglist.model.query import parse_query
        from readinglist.store import write_whole

        catalog = app.reading_list.sound()
        chosen = parse_query(query).select(catalog.edition(edition) if edition else catalog)
        stated = {name.replace("_", "-"): value for name, value in options.items() if value is not None}
        text = exporter(chosen, options_of(app.reading_list.config, exporter, stated))
        if output in (None, "-"):
            app.report_text(text)
        else:
            write_whole(Path(str(output)), text)
            app.say(f"wrote {output}")
        if report:
            _report(exporter, chosen)

    params = [
        click.Argument(["query"], nargs=-1),
        click.Option(["--edition"], type=EDITION, help="Write an edition of the list."),
        click.Option(["-o", "--output"], metavar="FILE", help="Write to this file."),
        click.Option(["--report"], is_flag=True, help="Tell, on standard error, what the format cannot hold."),
        *(_option(name, field) for name, field in exporter.options.model_fields.items() if _is_flag(field)),
    ]
    made = QueryCommand(exporter.name, params=params, callback=write, help=exporter.page)
    return shared_options(made)


def _report(exporter: Exporter, catalog: Catalog) -> None:
    """Tell, entry by entry, what the catalog states and the format cannot hold."""
    from readinglist.report import find_reporter

    losses = catalog.in_reading_order(exporter.losses(catalog))
    for line in find_reporter("text").lines(losses, catalog, False):
        click.echo(line, err=True)


def _is_flag(field: FieldInfo) -> bool:
    """Tell an option that a command line can state from one that only readinglist.toml can."""
    return get_origin(field.annotation) is not dict


def _option(name: str, field: FieldInfo) -> click.Option:
    """Return the command line's option for an option of a format."""
    flag, kind = "--" + name.replace("_", "-"), field.annotation
    if kind is bool:
        return click.Option([f"{flag}/--no-{flag[2:]}"], default=None, help=_help(field))
    if get_origin(kind) is Literal:
        return click.Option([flag], type=OneOf(get_args(kind)), help=_help(field))
    return click.Option([flag], type=int if kind is int else str, help=_help(field))


def _help(field: FieldInfo) -> str:
    usual = {True: "yes", False: "no", "": "none"}.get(field.default) or f"'{field.default}'"
    return f"{field.description or ''} [usual: {usual}]"
