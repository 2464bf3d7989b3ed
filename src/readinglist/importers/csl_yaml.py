"""The format `csl-yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from readinglist.importers import Fields, Imported, imported, importer
from readinglist.importers import _found as said
from readinglist.importers._csl.items import MARKED_UP, item_fields
from readinglist.importers._csl.parts import csl_date
from readinglist.importers._found import finding
from readinglist.importers._protected import protected_words
from readinglist.importers._yaml import read_yaml
from readinglist.model.csl import TEXT_VARIABLES
from readinglist.model.entry import DATE_FIELDS, NAME_FIELDS
from readinglist.model.finding import Finding
from readinglist.model.written import Map, Seq

_NOCASE = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\{\.nocase\}", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,2}|(?<![^\W_])_)(?=\S)((?:[^*_\\]|\\.)+?)(?<=\S)\1(?![^\W_])", re.DOTALL)
_MARKDOWN = TEXT_VARIABLES - MARKED_UP - {"id", "type", "annote"}


@importer(".yaml", ".yml")
def csl_yaml(text: str) -> Imported:
    """Read the `references:` of pandoc and Quarto, in a file of their own or in a document's first lines.

    pandoc takes every text for Markdown: backslashes and `[GPU]{.nocase}` are undone, and emphasis goes.
    A list of items without `references:` is read too.
    """
    root, findings = read_yaml(text)
    entries: list[tuple[Fields, int]] = []
    for item, at in _items(root, findings):
        if not isinstance(item, Map) or not item:
            findings.append(finding(said.ENTRY_DROPPED, at, "this is no item: an item is a map of variables"))
            continue
        fields, told = item_fields(_without_markdown(item), _title)
        findings += [finding(rule, at, message) for rule, message in told]
        entries.append((_with_full_date(fields, item), at))
    return imported(entries, findings)


def _items(root: Any, findings: list[Finding]) -> list[tuple[Any, int]]:
    items = root.get("references") if isinstance(root, Map) else root
    if isinstance(items, Seq):
        return [(item, items.span(place)[0]) for place, item in enumerate(items)]
    if items is not None and not findings:
        findings.append(finding(said.ENTRY_DROPPED, 0, "there is no list of references in this file"))
    return []


def _without_markdown(item: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in item.items()}


def _value(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return _unescaped(value) if name in _MARKDOWN else value
    if name in NAME_FIELDS and isinstance(value, list):
        return [_without_escapes(each) for each in value]
    return value


def _without_escapes(person: Any) -> Any:
    if isinstance(person, str):
        return _unescaped(person)
    if isinstance(person, Mapping):
        return {part: _unescaped(text) if isinstance(text, str) else text for part, text in person.items()}
    return person


def _title(text: str) -> tuple[str, list[str]]:
    if not re.search(r"[\\*_\[]", text):
        return text, []
    words = [_unescaped(_EMPHASIS.sub(r"\2", word)) for word in _NOCASE.findall(text)]
    title = _unescaped(_EMPHASIS.sub(r"\2", _NOCASE.sub(r"\1", text)))
    return title, protected_words(words, title)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def _with_full_date(fields: Fields, item: Mapping[str, Any]) -> Fields:
    """Return the fields with dates that stand in the file as a catalog writes them."""
    stated = {name: item[name] for name in DATE_FIELDS & item.keys() if isinstance(item[name], str)}
    return {**{name: date for name, text in stated.items() if (date := csl_date(text))}, **fields}
