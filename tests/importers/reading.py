"""A text through an importer, as plain values that a test can compare."""

from typing import Any

from readinglist.importers import find_importer


def read(name: str, text: str) -> list[dict[str, Any]]:
    """Return the fields of the entries that a text holds."""
    return [arrival.fields for arrival in find_importer(name)(text).entries]


def one(name: str, text: str) -> dict[str, Any]:
    """Return the fields of the one entry that a text holds."""
    [fields] = read(name, text)
    return fields


def told(name: str, text: str) -> list[str]:
    """Return the findings about a text as `line:column rule`."""
    found = find_importer(name)(text, "x")
    positions = [(found.source.position(each.place), each) for each in found.findings]
    return [f"{where.line}:{where.column} {each.rule}" for where, each in positions]


def messages(name: str, text: str) -> list[str]:
    """Return what the findings about a text say."""
    return [each.message for each in find_importer(name)(text).findings]
