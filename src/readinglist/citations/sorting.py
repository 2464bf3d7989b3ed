"""Sort keys: what an entry sorts by, and how texts compare in a dictionary's order."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from readinglist.citations.compiler import Compiler, Render
from readinglist.citations.elements.date import sort_form
from readinglist.citations.items import DATE_VARIABLES, NUMBER_VARIABLES
from readinglist.citations.namestyle import EtAl
from readinglist.citations.richtext import plain
from readinglist.citations.scene import Scene
from readinglist.citations.xmltree import Element

Thing = TypeVar("Thing")
SortValue = tuple[int, str]
"""Numbers before texts; texts by their letters and the numbers in them."""


@dataclass(frozen=True, slots=True)
class SortKey:
    """One cs:key: the function that gives an entry's value, None where it has none."""

    value: Callable[[Scene], SortValue | None]
    descending: bool


def read_keys(sort: Element | None, compiler: Compiler) -> list[SortKey]:
    """The keys of a cs:sort, none if there is none."""
    if sort is None:
        return []
    return [SortKey(_value(key, compiler), key.get("sort") == "descending") for key in sort.all("key")]


def in_order(things: Sequence[Thing], keys: Sequence[SortKey], scene_of: Callable[[Thing], Scene]) -> list[Thing]:
    """The things sorted; what has no value for a key goes behind what has one, in either direction."""
    rows = [(thing, [key.value(scene_of(thing)) for key in keys]) for thing in things]
    for at in reversed(range(len(keys))):
        descending = keys[at].descending
        rows.sort(key=lambda row: _rank(row[1][at], descending), reverse=descending)
    return [thing for thing, _ in rows]


def _rank(value: SortValue | None, descending: bool) -> tuple[bool, SortValue]:
    missing = value is None
    return (missing != descending, value or (0, ""))


def _value(key: Element, compiler: Compiler) -> Callable[[Scene], SortValue | None]:
    et_al = _et_al(key)
    if "macro" in key.attributes:
        return _rendered(compiler.macro(key.get("macro"), key), et_al)
    variable = key.get("variable")
    if variable == "citation-number":
        return lambda scene: (scene.citation_number, "")
    if variable in DATE_VARIABLES:
        return lambda scene: _date_value(scene, variable)
    names = compiler.build(Element("names", {"variable": variable}, key.line, [_LONG_NAME]))
    by_names = _rendered(names, et_al)
    return lambda scene: by_names(scene) if scene.item.names(variable) else _text_value(scene, variable)


_LONG_NAME = Element("name", {"form": "long", "name-as-sort-order": "all", "and": ""}, 0)


def _et_al(key: Element) -> Callable[[EtAl], EtAl]:
    minimum, first, last = (key.get(name) for name in ("names-min", "names-use-first", "names-use-last"))
    return lambda et_al: replace(
        et_al,
        minimum=int(minimum) if minimum.isdecimal() else et_al.minimum,
        first=int(first) if first.isdecimal() else et_al.first,
        last=last == "true" if last else et_al.last,
    )


_SOUNDS_LIKE = {"佚": "亿"}
"""GB 2312 sorts rarer characters by shape; this one begins the word that GB/T 7714 puts for missing authors."""


def _by_sound(character: str) -> str:
    return "\x01" + "".join(chr(byte + 0x100) for byte in _SOUNDS_LIKE.get(character, character).encode("gb18030"))


def _rendered(render: Render, et_al: Callable[[EtAl], EtAl]) -> Callable[[Scene], SortValue | None]:
    def value(scene: Scene) -> SortValue | None:
        scene.sorting = et_al
        scene.used, scene.nameset = set(), 0
        text = plain(render(scene))
        return collation(text, scene.chinese) if text.strip() else None

    return value


def _date_value(scene: Scene, variable: str) -> SortValue | None:
    date = scene.item.date(variable)
    return None if date is None else collation(sort_form(date, ("year", "month", "day")))


def _text_value(scene: Scene, variable: str) -> SortValue | None:
    text = scene.peek(variable)
    if not text:
        return None
    if variable in NUMBER_VARIABLES and text.isdecimal():
        return (int(text), "")
    return collation(re.sub(r"<[^<>]*>", "", text), scene.chinese)


@functools.lru_cache(maxsize=50_000)
def collation(text: str, chinese: bool = False) -> SortValue:
    """The text's place in a dictionary: case, accents and marks do not count, numbers go by their value.

    Among Chinese readers Han characters come first, in the order of GB 2312, which is by sound for the common ones.
    """
    base = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(c for c in base if c.isalnum() or c.isspace()).strip()
    if chinese and not letters.isascii():
        letters = "".join(_by_sound(c) if "一" <= c <= "鿿" else c for c in letters)
    return (1 << 60, re.sub(r"\d+", lambda digits: digits[0].zfill(12), letters))
