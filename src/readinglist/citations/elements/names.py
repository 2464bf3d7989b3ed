"""cs:names: lists of names with their labels, and what stands in where there are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from readinglist.citations.compiler import Compiler, Render
from readinglist.citations.dress import Dress
from readinglist.citations.locale import Locale
from readinglist.citations.markup import read_markup
from readinglist.citations.namelist import list_node
from readinglist.citations.namestyle import NameStyle, read_name_style
from readinglist.citations.people import Name
from readinglist.citations.richtext import Node, joined, plain, together
from readinglist.citations.scene import Scene
from readinglist.citations.xmltree import Element


@dataclass(frozen=True, slots=True)
class Label:
    """The role of the people in a list: "ed.", "translators"."""

    form: str
    plural: str
    first: bool
    dress: Dress
    locale: Locale

    def node(self, variable: str, count: int, scene: Scene) -> Node:
        """The term for so many people in that role."""
        many = self.plural == "always" or (self.plural == "contextual" and count > 1)
        word = self.locale.term(variable, self.form, many)
        return self.dress.wear(read_markup(word), scene, term=True) if word else ""


def build(element: Element, compiler: Compiler) -> Render:
    """The function for a names element."""
    variables = element.get("variable").split()
    substitute = element.find("substitute")
    style = read_name_style(element, compiler.inherited, compiler.locale)
    label, dress = _label(element, compiler), Dress.of(element)
    others = [_substitute(child, element, compiler) for child in substitute.children] if substitute else []

    def render(scene: Scene) -> Node:
        lists = _lists(variables, scene, compiler.locale)
        if lists and style.form == "count":
            return _counted(lists, style, scene)
        if lists and scene.without_names and scene.first_names is None:
            _rendered(lists, style, None, scene)
            return ""
        node = dress.wear(_rendered(lists, style, label, scene), scene) if lists else ""
        return node or _first_filled(others, scene)

    return render


def _counted(lists: Sequence[tuple[str, tuple[Name, ...]]], style: NameStyle, scene: Scene) -> Node:
    total = sum(int(plain(list_node(names, style, scene)) or 0) for _, names in lists)
    return str(total) if total else ""


def _lists(variables: Sequence[str], scene: Scene, locale: Locale) -> list[tuple[str, tuple[Name, ...]]]:
    """Each variable with its names; editors who also translated become one list."""
    lists = []
    for variable in variables:
        if scene.cite is not None and scene.cite.suppress_author and variable == "author":
            continue
        names = scene.names(variable)
        if names:
            lists.append((variable, names))
    same = (
        len(lists) == len(variables) == 2
        and {lists[0][0], lists[1][0]} == {"editor", "translator"}
        and lists[0][1] == lists[1][1]
    )
    return [("editortranslator", lists[0][1])] if same and locale.term("editortranslator") else lists


def _rendered(
    lists: Sequence[tuple[str, tuple[Name, ...]]], style: NameStyle, label: Label | None, scene: Scene
) -> Node:
    nodes = []
    for variable, names in lists:
        node = list_node(names, style, scene)
        if label is not None and node and scene.sorting is None:
            word = label.node(variable, len(names), scene)
            node = together([word, node] if label.first else [node, word])
        nodes.append(node)
    return joined(nodes, style.list_delimiter)


def _label(element: Element, compiler: Compiler) -> Label | None:
    label = element.find("label")
    if label is None:
        return None
    names = [child.name for child in element.children]
    first = "name" in names and names.index("label") < names.index("name")
    return Label(label.get("form", "long"), label.get("plural", "contextual"), first, Dress.of(label), compiler.locale)


def _substitute(child: Element, parent: Element, compiler: Compiler) -> Render:
    """One stand-in."""
    return compiler.build(_inheriting(child, parent))


def _inheriting(child: Element, parent: Element) -> Element:
    """The stand-in; bare names, in a choice too, take over how the names they stand in for look."""
    if child.name in {"choose", "if", "else-if", "else"}:
        inside = [_inheriting(part, parent) for part in child.children]
        return Element(child.name, child.attributes, child.line, inside)
    if child.name != "names":
        return child
    inherited = [part for part in parent.children if part.name != "substitute"]
    own = {part.name for part in child.children}
    merged = [part for part in inherited if not child.children or (part.name == "name" and "name" not in own)]
    attributes = {**{k: v for k, v in parent.attributes.items() if k not in _OWN}, **child.attributes}
    return Element("names", attributes, child.line, merged + child.children)


_OWN = {"variable", "display"}


def _first_filled(others: Sequence[Callable[[Scene], Node]], scene: Scene) -> Node:
    for other in others:
        outer, scene.consumed = scene.consumed, []
        node = other(scene)
        used = scene.consumed
        scene.consumed = outer
        if scene.without_names and scene.first_names is not None:
            return ""
        if node:
            scene.used.update(used)
            if outer is not None:
                outer.extend(used)
            if scene.first_names is None and scene.sorting is None:
                scene.first_names, scene.stands_in = [plain(node)], not used
                if scene.without_names and used:
                    return ""
                node = together(scene.replaced([node]))
            return node
    return ""
