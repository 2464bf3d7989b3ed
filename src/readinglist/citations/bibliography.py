"""Entries of a bibliography: their layout, the dash for repeated authors, and the number set in the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from readinglist.citations.items import Item
from readinglist.citations.program import Area
from readinglist.citations.richtext import Node
from readinglist.citations.scene import Scene


@dataclass(frozen=True, slots=True)
class Entry:
    """One rendered entry of the item with that id."""

    id: str
    node: Node


def entries(area: Area, items: Sequence[Item], scene_of: Callable[[Item], Scene]) -> Iterator[Entry]:
    """The items rendered in this order, one after the other: a long bibliography need not be held at once."""
    substitute = area.options.get("subsequent-author-substitute")
    rule = area.options.get("subsequent-author-substitute-rule", "complete-all")
    before: list[str] | None = None
    for item in items:
        scene = scene_of(item)
        node = area.render(scene)
        names = None if scene.stands_in else scene.first_people or scene.first_names
        count = _repeated(before, names, rule) if substitute is not None else 0
        if count:
            scene = scene_of(item)
            scene.replacement = (substitute or "", count)
            node = area.render(scene)
        before = names
        if node:
            yield Entry(item.id, area.dress.wrap_layout(node))


def _repeated(before: Sequence[str] | None, names: Sequence[str] | None, rule: str) -> int:
    """How many of the names repeat the entry before; -1 for the list as a whole."""
    if not before or not names:
        return 0
    if rule.startswith("complete"):
        alike = list(before) == list(names)
        return (-1 if rule == "complete-all" else len(names)) if alike else 0
    same = 0
    while same < min(len(before), len(names)) and before[same] == names[same]:
        same += 1
    return min(same, 1) if rule == "partial-first" else same
