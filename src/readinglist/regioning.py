"""Put regions in the place of the lists of a Markdown file, where the catalog says all that they say."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from readinglist.exporters import find_exporter
from readinglist.importers import Imported, find_importer
from readinglist.markdown.blocks import front_matter_of
from readinglist.markdown.parser import parse
from readinglist.markdown.regions import END, filled, regions
from readinglist.model.catalog import Catalog
from readinglist.model.query import parse_query

_SEPARATORS = (": ", " - ", " – ", " — ")
_SAYS_ALL = {"details": True, "links": True, "tasks": True, "blocks": True}


@dataclass(frozen=True, slots=True)
class Regioned:
    """A file with regions in the place of its lists, and which lists stay as they are, and why."""

    text: str
    regions: int
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _List:
    begin: int
    end: int
    """The lines of the list, counted from 0; the end is the line behind it."""
    bullet: str
    items: tuple[int, ...]
    """The lines that its items begin on."""


def with_regions(text: str, file: str, found: Imported, catalog: Catalog) -> Regioned:
    """Return the file with a region for each list that would read the same; no byte outside of lists changes."""
    lines = text.splitlines(keepends=True)
    newline = "\r\n" if "\r\n" in text else "\n"
    told: list[str] = []
    contents: list[str] = []
    for each in reversed(list(_lists(text, lines))):
        made = _region("".join(lines[each.begin : each.end]), each, found, catalog)
        if isinstance(made, str):
            told.insert(0, f"{file}:{each.begin + 1}:1: this list stays as it is: {made}")
        elif made is not None:
            marker, content = made
            lines[each.begin : each.end] = [f"{marker}{newline}{END}{newline}"]
            contents.insert(0, content)
    emptied = "".join(lines)
    return Regioned(filled(emptied, regions(emptied, file), contents), len(contents), tuple(told))


def _lists(text: str, lines: Sequence[str]) -> Iterator[_List]:
    """Yield the bullet lists that stand in no other block, without the empty lines behind them."""
    front = front_matter_of(text).count("\n")
    tokens, _ = parse("\n" * front + "".join(lines[front:]))
    items = [token.map[0] for token in tokens if token.type == "list_item_open" and token.level == 1 and token.map]
    for token in tokens:
        if token.type == "bullet_list_open" and token.level == 0 and token.map:
            begin, end = token.map
            own = tuple(line for line in items if begin <= line < end)
            while not lines[end - 1].strip():
                end -= 1
            if lines[end - 1].endswith("\n"):
                yield _List(begin, end, token.markup, own)


def _region(block: str, place: _List, found: Imported, catalog: Catalog) -> tuple[str, str] | str | None:
    """Return the marker and the content of a region, why there can be none, or None for a list without entries."""
    inside = range(place.begin + 1, place.end + 1)
    arrivals = [each for each in found.entries if found.position(each).line in inside]
    if not arrivals:
        return None
    if [found.position(each).line for each in arrivals] != [line + 1 for line in place.items]:
        return "not every item in it is an entry of its own"
    lost = next((each for each in found.findings if found.catalog.position(each.place).line in inside), None)
    if lost:
        return f"{lost.message}, and would be lost"
    area = next(iter(_texts(arrivals[0].fields.get("area"))), "")
    chosen = parse_query(f'area:"{area}"' if area else "").select(catalog)
    if [str(entry.id) for entry in chosen.listed] != [each.fields["id"] for each in arrivals]:
        return "its entries are not those of one area, all of them and in their order"
    written = [(options, find_exporter("markdown")(chosen, options)) for options in _looks(block, place.bullet)]
    wanted = [_without_place(each.fields) for each in arrivals]
    same = [(options, content) for options, content in written if _read_again(content) == wanted]
    if not same:
        return "what the catalog writes in its place does not read the same"
    options, content = max(same, key=lambda pair: len({*pair[1].splitlines()} & {*block.splitlines()}))
    return _marker(area, options), content


def _looks(block: str, bullet: str) -> Iterator[Mapping[str, Any]]:
    """Yield the ways to write a list that are worth a try, the plainest first."""
    for says_all, separator in itertools.product(({}, _SAYS_ALL), _SEPARATORS):
        yield {"bullet": bullet, "bold": f"{bullet} [**" in block, "separator": separator, **says_all}


def _read_again(content: str) -> list[dict[str, Any]]:
    return [_without_place(each.fields) for each in find_importer("markdown")(content).entries]


def _without_place(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in {"id", "area"}}


def _marker(area: str, options: Mapping[str, Any]) -> str:
    usual = {name: field.default for name, field in find_exporter("markdown").options.model_fields.items()}
    chosen = {name: value for name, value in options.items() if value != usual[name]}
    words = [f"area={area}"] if area else []
    words += [f"{name}={_word(value)}" for name, value in chosen.items()]
    return f"<!-- {' '.join(['readinglist:start', *words])} -->"


def _word(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f'"{text}"' if " " in text else text


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else []
