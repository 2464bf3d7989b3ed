"""Write the parts of the manual that the program itself knows; `make docs` runs this.

A generated part of a page stands between `<!-- generated: NAME -->` and `<!-- end -->`; NAME is that of a
function below. The tests compare, so a page cannot fall behind the program.
"""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

import readinglist.settings
from readinglist.catalog_file.schema import docstrings, json_schema
from readinglist.cli import group
from readinglist.exporters import all_exporters
from readinglist.exporters._placeholders import PLACEHOLDERS
from readinglist.importers import all_importers
from readinglist.links.reasons import all_reasons
from readinglist.model import house
from readinglist.model.entry import DATE_FIELDS, LIST_FIELDS, NAME_FIELDS, URL_FIELDS
from readinglist.model.spelling import FIELD_ALIASES
from readinglist.model.table import dashed
from readinglist.model.types import CSL_TYPES, TYPE_ALIASES
from readinglist.registry import discover
from readinglist.report import all_reporters
from readinglist.rules import Rule, all_rules
from readinglist.settings import (
    CheckSettings,
    ExportSettings,
    FetchSettings,
    HostSettings,
    LintSettings,
    PageSettings,
    Settings,
)
from readinglist.sources._source import Source

DOCS = Path(__file__).parent
_PART = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def fields() -> Iterator[str]:
    """Yield a row for each field of an entry, in the order in which `fmt` writes them."""
    schema = json_schema()["$defs"]["Entry"]["properties"]
    yield from ("| field | holds | what for | also read as |", "| --- | --- | --- | --- |")
    for name, part in schema.items():
        yield f"| `{name}` | {_holds(name, part)} | {part['description']} | {_other_words(name)} |"


def parts() -> Iterator[str]:
    """Yield a table for each map that can stand in a catalog besides entries."""
    schema = json_schema()
    yield from _table("The top of a file", schema)
    for name in ("Area", "Edition", "Person", "Citation", "PreferredBibtex", "Checks"):
        yield from _table(_TITLES[name], schema["$defs"][name])


def placeholders() -> Iterator[str]:
    """Yield a row for each name that a template may put in braces, by its part."""
    yield from ("| part | placeholder | stands for |", "| --- | --- | --- |")
    for part, names in PLACEHOLDERS.items():
        if part != "end":  # it knows what the top knows
            parts = "`top`, `end`" if part == "top" else f"`{part}`"
            yield from (f"| {parts} | `{{{name}}}` | {each.description} |" for name, each in names.items())


def types() -> Iterator[str]:
    """Yield a row for each type, with the other words for it."""
    yield from ("| type | also written as |", "| --- | --- |")
    for name in sorted(CSL_TYPES):
        words = [
            f"`{word}`{f' ({genre})' if genre else ''}" for word, (kind, genre) in TYPE_ALIASES.items() if kind == name
        ]
        yield f"| `{name}` | {', '.join(words)} |"


def commands() -> Iterator[str]:
    """Yield what `--help` says, of the program and of every command."""
    for context in all_commands():
        help_text = context.command.get_help(context)
        yield from (f"## {context.command_path}", "", "```text", help_text, "```", "")


def all_commands(above: click.Context | None = None, command: click.Command = group) -> Iterator[click.Context]:
    """Yield the context of a command, and those of all commands under it."""
    name = "readinglist" if above is None else command.name
    context = click.Context(command, above, name, **{**command.context_settings, "terminal_width": 78})
    yield context
    if isinstance(command, click.Group):
        for under in (command.get_command(context, name) for name in command.list_commands(context)):
            if under:
                yield from all_commands(context, under)


def settings() -> Iterator[str]:
    """Yield a table for each table of readinglist.toml."""
    for heading, table in setting_tables().items():
        yield from (f"### {heading}", "", "| key | usual | what for |", "| --- | --- | --- |")
        for each in dataclasses.fields(table):
            key = each.metadata.get("title", f"`{dashed(each.name)}`")
            usual = "" if each.default is dataclasses.MISSING else _as_toml(each.default)
            yield f"| {key} | {usual} | {_text_under(table, each.name)} |"
        yield ""


def _text_under(table: type[Any], setting: str) -> str:
    texts = {**docstrings(house), **docstrings(readinglist.settings)}
    return next(found for each in table.__mro__ if (found := texts.get(f"{each.__name__}.{setting}")))


def setting_tables() -> dict[str, type[Any]]:
    """Return the tables of readinglist.toml and the class of each."""
    return {
        "At the top": Settings,
        "`[lint]`": LintSettings,
        "`[check]`": CheckSettings,
        "`[fetch]`": FetchSettings,
        '`[hosts."NAME"]`': HostSettings,
        "`[page]`": PageSettings,
        '`[exports."FILE"]`': ExportSettings,
    }


def reasons() -> Iterator[str]:
    """Yield the page of each reason that a link can be reported for."""
    for each in all_reasons().values():
        yield from (f"### {each.name}", "", f"*{each.severity.value}*", "", each.page, "")


def sources() -> Iterator[str]:
    """Yield a row for each source, in the order in which they are asked about one kind of thing."""
    yield from ("| source | asked about | what it is | key |", "| --- | --- | --- | --- |")
    for each in sorted(discover("readinglist.sources", Source).values(), key=lambda source: (source.rank, source.name)):
        page = sys.modules[f"readinglist.sources.{each.name.replace('-', '_')}"].__doc__ or ""
        key = f"`{each.variable}`" if each.variable else ""
        yield f"| `{each.name}` | {', '.join(each.kinds)} | {_cell(_first_words(page))} | {key} |"


def importers() -> Iterator[str]:
    """Yield a row for each format that is read."""
    yield from ("| format | files | what is read |", "| --- | --- | --- |")
    for each in all_importers().values():
        suffixes = ", ".join(f"`{suffix}`" for suffix in each.suffixes)
        yield f"| `{each.name}` | {suffixes} | {_cell(_first_words(each.page).removeprefix('Read '))} |"


def exporters() -> Iterator[str]:
    """Yield a row for each format that is written, which leads to its options."""
    yield from ("| format | file | what is written |", "| --- | --- | --- |")
    for each in all_exporters().values():
        words = _cell(_first_words(each.page).removeprefix("Write "))
        yield f"| [`{each.name}`](commands.md#readinglist-export-{each.name}) | `{each.suffix}` | {words} |"


def reporters() -> Iterator[str]:
    """Yield the page of each form of report."""
    for each in all_reporters().values():
        yield from (f"## {each.name}", "", each.page, "")


def rules() -> Iterator[str]:
    """Yield the index of rules by subject, and the page of each."""
    by_subject: dict[str, list[Rule]] = {}
    for each in all_rules().values():
        by_subject.setdefault(each.subject, []).append(each)
    for subject, some in sorted(by_subject.items()):
        yield from (f"### {subject}", "", "| rule | severity | promise |", "| --- | --- | --- |")
        yield from (f"| [{each.name}](#{each.name}) | {each.severity.value} | {_cell(each.promise)} |" for each in some)
        yield ""
    for _, some in sorted(by_subject.items()):
        for each in some:
            yield from (f"## {each.name}", "", f"*{each.severity.value}, {each.subject}*", "", each.page, "")


PARTS: Mapping[str, Callable[[], Iterator[str]]] = {
    each.__name__: each
    for each in (
        fields,
        parts,
        types,
        placeholders,
        commands,
        settings,
        importers,
        exporters,
        reporters,
        sources,
        rules,
        reasons,
    )
}

_TITLES = {
    "Area": "An area",
    "Edition": "An edition",
    "Person": "A name",
    "Citation": "`citation`",
    "PreferredBibtex": "`citation.bibtex`",
    "Checks": "`check`",
}


def _table(title: str, part: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"### {title}", "", "| key | what for |", "| --- | --- |")
    needed = part.get("required", ())
    for name, inner in part["properties"].items():
        yield f"| `{name}`{' (needed)' if name in needed else ''} | {inner['description']} |"
    yield ""


def _holds(name: str, part: Mapping[str, Any]) -> str:
    kinds = {"people": NAME_FIELDS, "date": DATE_FIELDS, "address": URL_FIELDS, "list": LIST_FIELDS}
    if found := next((kind for kind, names in kinds.items() if name in names), None):
        return found
    if name in ("reading", "level"):
        return " or ".join(f"`{word}`" for word in part["enum"])
    kinds_of_json = {"boolean": "true or false", "integer": "whole number", "number": "number", "object": "map"}
    plain = kinds_of_json.get(str(part.get("type")), "text")
    return "map" if "$ref" in part else "one of the [types](#types)" if name == "type" else plain


def _other_words(name: str) -> str:
    words = [word for word, field in FIELD_ALIASES.items() if field == name]
    telling = [word for word in words if word.replace("_", "-").casefold() != name.replace("_", "-").casefold()]
    return ", ".join(f"`{word}`" for word in telling)


def _as_toml(value: object) -> str:
    if isinstance(value, tuple):
        return f"`[{', '.join(repr(each) for each in value)}]`".replace("'", '"')
    if value in (None, {}):
        return ""
    if isinstance(value, bool | int | float):
        return f"`{str(value).lower()}`"
    return f'`"{getattr(value, "value", value)}"`'


def _first_words(page: str) -> str:
    return " ".join(page.partition("\n\n")[0].split())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def generated(page: str) -> str:
    """Return a page with its generated parts made anew."""
    return _PART.sub(lambda found: found[1] + "\n".join(PARTS[found[2]]()).strip("\n") + "\n" + found[3], page)


def pages() -> list[Path]:
    """Return the pages of the manual."""
    return sorted(DOCS.glob("*.md"))


def main() -> int:
    """Rewrite the generated parts, and say which pages changed."""
    for page in pages():
        before = page.read_text("utf-8")
        if (after := generated(before)) != before:
            page.write_text(after, "utf-8")
            sys.stdout.write(f"wrote {page.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
