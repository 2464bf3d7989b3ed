"""cs:label: the term for a variable, in the number its content asks for."""

from __future__ import annotations

from readinglist.citations.compiler import Compiler, Render
from readinglist.citations.dress import Dress
from readinglist.citations.markup import read_markup
from readinglist.citations.numbers import is_plural
from readinglist.citations.richtext import Node
from readinglist.citations.scene import Scene
from readinglist.citations.xmltree import Element

_COUNTS = {"number-of-pages": "page", "number-of-volumes": "volume"}


def build(element: Element, compiler: Compiler) -> Render:
    """The function for a label outside of names."""
    variable, form = element.get("variable"), element.get("form", "long")
    plural = element.get("plural", "contextual")
    dress, locale = Dress.of(element), compiler.locale

    def render(scene: Scene) -> Node:
        value = scene.peek(variable)
        if variable in scene.used:
            return ""
        name = scene.cite.label if variable == "locator" and scene.cite else variable
        many = plural == "always" or (plural == "contextual" and _is_many(variable, value))
        word = locale.term(name.replace(" ", "-"), form, many) or locale.term(name, form, many)
        if word is None and name in _COUNTS:
            word = locale.term(_COUNTS[name], form, many)
        return dress.wear(read_markup(word), scene, term=True) if word else ""

    return render


def _is_many(variable: str, value: str) -> bool:
    if variable in _COUNTS:
        return not value.isdecimal() or int(value) != 1
    return is_plural(value)
