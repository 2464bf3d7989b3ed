"""The format `csl-yaml`."""

from __future__ import annotations

import re
from typing import Any

from readinglist.catalog_file.scalars import entry_lines
from readinglist.exporters import Options, exporter
from readinglist.latex.protect import pieces
from readinglist.model.catalog import Catalog
from readinglist.model.csl import CASED_VARIABLES, TEXT_VARIABLES
from readinglist.model.entry import NAME_FIELDS, Entry, fields_of

# What Markdown reads as something else than text: emphasis, links, mathematics, citations, the start of a list.
_MARKUP = re.compile(
    r"[\\`*\[\]<>$^~@|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<=\A\d)[.)](?=\s)|(?<=\A\d\d)[.)](?=\s)|\A[-+#:](?=\s)"
)
_AS_THEY_ARE = frozenset({"id", "type", "annote"})


@exporter(".yaml")
def csl_yaml(catalog: Catalog, options: Options) -> str:
    """Write the `references:` that pandoc and Quarto take as a bibliography.

    pandoc reads every text in it as Markdown, so signs that Markdown would take for its own have a
    backslash, and words whose capitals must stay are written `[GPU]{.nocase}`. What CSL has no variable
    for stands beside the rest as the catalog has it, where pandoc passes over it: nothing is lost.
    """
    lines = [line for entry in catalog for line in entry_lines(_item(entry), "")]
    return "".join(f"{line}\n" for line in ["references:" if lines else "references: []", *lines])


def _item(entry: Entry) -> dict[str, Any]:
    item = {name: _value(entry, name, value) for name, value in fields_of(entry).items()}
    if entry.issued and entry.issued.open_end:  # pandoc takes a date without end for none at all
        item["issued"] = str(entry.issued.begin)
        item["custom"] = {**item.get("custom", {}), "readinglist": {"issued": entry.issued.text}}
    return item


def _value(entry: Entry, name: str, value: Any) -> Any:
    if name in CASED_VARIABLES:
        parts = ((_escaped(text), protected) for text, protected in pieces(value, entry.protect))
        return "".join(f"[{text}]{{.nocase}}" if protected else text for text, protected in parts)
    if name in TEXT_VARIABLES - _AS_THEY_ARE:
        return _escaped(value)
    if name in NAME_FIELDS:
        return [
            {part: _escaped(text) if isinstance(text, str) else _plain(text) for part, text in person.items()}
            for person in value
        ]
    return _plain(value)


def _plain(value: Any) -> Any:
    """Return data as text, lists and maps, which is all that a catalog knows."""
    if isinstance(value, bool | int | float):
        return str(value).lower()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return {name: _plain(each) for name, each in value.items()} if isinstance(value, dict) else value


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda found: f"\\{found[0]}", text)
