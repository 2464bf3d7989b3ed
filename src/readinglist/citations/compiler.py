"""A style's elements turned into functions: each takes a scene and gives rich text, and no XML is touched again."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from readinglist.citations.errors import StyleError
from readinglist.citations.locale import Locale
from readinglist.citations.richtext import Node
from readinglist.citations.scene import Scene
from readinglist.citations.xmltree import Element

Render = Callable[[Scene], Node]
Builder = Callable[[Element, "Compiler"], Render]


@dataclass(slots=True)
class Compiler:
    """Compiles one area (citation or bibliography) of a style for one locale.

    `inherited` holds the attributes that name lists take over from the style and the area.
    """

    style_name: str
    macros: Mapping[str, Element]
    locale: Locale
    options: Mapping[str, str]
    inherited: Mapping[str, str]
    explicit_suffix: bool = False
    compiled: dict[str, Render] = field(default_factory=dict)

    def build(self, element: Element, delimiter: Node = "") -> Render:
        """The function for one rendering element; a choice sets its parts apart as the group around it does."""
        if element.name == "choose":
            return _choice(element, self, delimiter)
        builder = _builders().get(element.name)
        if builder is None:
            raise self.error(element, f"cs:{element.name} is no rendering element", "remove it")
        return builder(element, self)

    def build_all(self, element: Element, delimiter: Node = "") -> list[Render]:
        """The functions for an element's children."""
        return [self.build(child, delimiter) for child in element.children]

    def macro(self, name: str, caller: Element) -> Render:
        """The function for a macro, made when it is first rendered: most entries use few of a style's macros."""
        if name not in self.macros:
            raise self.error(caller, f"macro {name!r} is not defined", "define it or correct the name")

        def render(scene: Scene) -> Node:
            ready = self.compiled.get(name)
            if ready is None:
                ready = self.compiled[name] = self.sequence(self.macros[name])
            return ready(scene)

        return render

    def sequence(self, element: Element, delimiter: Node = "") -> Render:
        """The function that renders an element's children one after the other."""
        from readinglist.citations.elements.group import in_sequence

        return in_sequence(self.build_all(element, delimiter), delimiter)

    def error(self, element: Element, problem: str, remedy: str) -> StyleError:
        """An error at the element's line of this style."""
        return StyleError(self.style_name, element.line, problem, remedy)


def _choice(element: Element, compiler: Compiler, delimiter: Node) -> Render:
    from readinglist.citations.elements import choose

    return choose.build(element, compiler, delimiter)


@functools.cache
def _builders() -> dict[str, Builder]:
    from readinglist.citations.elements import date, group, label, names, number, text

    return {
        "date": date.build,
        "group": group.build,
        "label": label.build,
        "names": names.build,
        "number": number.build,
        "text": text.build,
    }
