"""The format `records`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf
from readinglist.importers._found import ENTRY_DROPPED, finding
from readinglist.importers._records import fields_of_record, is_record, named, spelled
from readinglist.importers._values import as_data
from readinglist.importers._yaml import read_yaml
from readinglist.model.written import Map

_OTHERS = re.compile(  # the formats of bibliographies
    r"^references:\s+-\s+(?:id|type|author)\s*:|^cff-version:"
    r"|^[^\s#:-][^:\n]*:[ \t]*\r?\n[ \t]+type\s*:|^[ \t]+(?:serial-number|page-range|parent)\s*:"
    r"|\"(?:issued|container-title|itemType|DOI)\"\s*:",
    re.MULTILINE,
)
_NAME = re.compile(r"(?:^|[\s{\"'-])(title|name|paper[-_]title)[\"']?\s*[:=]", re.MULTILINE)
_ADDRESS = re.compile(
    r"(?:^|[\s{\"'-])(url|link|paper|href|homepage|website_url|website|paper-link|github_id|github_repo|pdf|doi|authors)"
    r"[\"']?\s*[:=]",
    re.MULTILINE,
)

_PEOPLE = frozenset(
    """author authors affiliation contributor contributors creator creators funding license maintainers owner
    publisher""".split()
)
_TOML = re.compile(r"(?:#[^\n]*\n\s*)*(?:\[\[?[\w.\"-]+\]\]?\s*$|[\w\"-]+\s*=)", re.MULTILINE)


def _sign(text: str) -> str | None:
    start = text[:200_000]
    name, address = _NAME.search(start), _ADDRESS.search(start)
    if not name or not address or _OTHERS.search(start) or start.lstrip()[:1] in {"<", "#!"} or "](" in start[:500]:
        return None
    if (root := _sound_json(text)) is not None and not any(_records(root, [], strict=True)):
        return None
    return f"records of another project: they have '{name[1]}' and '{address[1]}'"


@importer(".yaml", ".yml", ".json", ".toml", sign=_sign, general=True)
def records(text: str) -> Imported:
    """Read the YAML, JSON or TOML of another project's list, however deep its records lie.

    A record is a map with a title and an address, or with a title, authors and a year. Its fields are known by
    many names: `link`, `paper`, `href`, `homepage`; `note`, `summary`, `tldr`, `description`; `category`,
    `section`; `keywords`. What is above the records, and what a record names as its category, becomes an
    area; what a catalog has no place for is kept under `custom`. In JSON, which programs write too, a map that has
    but a name and an address is a record only as one of several.
    """
    shelf = Shelf(text)
    root = _read(text, shelf)
    titles = _titles(root)
    for record, path in _records(root, [], strict=text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}):
        fields, areas = fields_of_record(record)
        own = [[titles.get(area, area)] for area in areas] or [path]
        shelf.add_record(fields, own, record.start if isinstance(record, Map) else None)
    if not shelf.entries:
        told = "nothing here is an entry: an entry is a map with a title and an address, or authors and a year"
        shelf.findings.append(finding(ENTRY_DROPPED, 0, told))
    return shelf.imported()


def _sound_json(text: str) -> Any:
    """Return the data of a JSON text; of what is damaged None: YAML reads that too, and tells where."""
    import json

    start = text.lstrip("\ufeff \t\r\n")
    if start[:1] in {"{", "["}:
        with suppress(json.JSONDecodeError):
            return as_data(json.loads(start))
    return None


def _read(text: str, shelf: Shelf) -> Any:
    import tomllib

    if (root := _sound_json(text)) is not None:
        return root
    start = text.lstrip("\ufeff \t\r\n")
    if _TOML.match(start):
        try:
            return as_data(tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            shelf.findings.append(finding(ENTRY_DROPPED, 0, f"this is not TOML: {error}"))
            return None
    root, findings = read_yaml(text if not start.startswith("---") else text.replace("---", "   ", 1))
    shelf.findings += findings
    return root


def _records(
    node: Any, path: list[str], *, strict: bool, alone: bool = True
) -> Iterator[tuple[Mapping[str, Any], list[str]]]:
    """Yield every record, with the titles of what it lies in; `strict` asks a title of what stands alone."""
    if isinstance(node, list):
        for each in node:
            yield from _records(each, path, strict=strict, alone=False)
    elif isinstance(node, Mapping):
        known = is_record(node)
        if known and not (strict and alone and "title" not in node):
            yield node, path
            return
        below = [*path, title] if (title := named(node)) else path
        inner = [each for name, each in node.items() if isinstance(each, Mapping | list) and name not in _PEOPLE]
        several = not known and sum(isinstance(each, Mapping) and is_record(each) for each in inner) > 1
        for each in inner:
            yield from _records(each, below, strict=strict, alone=not several)


def _titles(root: Any) -> dict[str, str]:
    """Return the titles that a list of categories gives to their ids."""
    found: dict[str, str] = {}
    for key, value in root.items() if isinstance(root, Mapping) else ():
        if spelled(str(key)) == "area" and isinstance(value, list):
            for each in value:
                known = next((each[name] for name in ("category", "id", "key", "slug") if name in each), None)
                title = next((each[name] for name in ("title", "name", "label") if name in each), None)
                if known and title:
                    found[str(known)] = str(title)
    return found
