"""Names in a row: how many are shown, what stands between them, what stands for the rest."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.citations.markup import read_markup
from readinglist.citations.nameform import name_node, shown_given, sort_name
from readinglist.citations.namestyle import NameStyle
from readinglist.citations.people import Name, is_spaced
from readinglist.citations.richtext import Node, Span, affixed, plain, together
from readinglist.citations.scene import Position, Scene


def list_node(names: Sequence[Name], style: NameStyle, scene: Scene) -> Node:
    """The list as the style shows it, longer where disambiguation wants it so."""
    nameset = scene.nameset
    scene.nameset += 1
    shown = _shown_count(names, style, nameset, scene)
    if style.form == "count":
        return str(shown)
    if scene.sorting is not None:
        return _sort_row(names, shown, style, scene)
    levels = [_level(name, at, nameset, style, scene) for at, name in enumerate(names)]
    if scene.trace is not None:
        scene.trace.namesets.append((len(names), shown, style.further_levels))
        scene.trace.people += [(name, initials_of(name, style)) for name in names]
    if not shown:
        return ""
    nodes = [_one(names, at, style, levels[at], scene) for at in range(shown)]
    if scene.first_names is None:
        scene.first_names = [plain(node) for node in nodes]
        scene.first_people = [f"{shown}\n{name.given}" for shown, name in zip(scene.first_names, names, strict=False)]
        scene.names_cut = shown < len(names)
        nodes = scene.replaced(nodes)
        if scene.without_names:
            return ""
        if scene.replaces_all:
            return nodes[0]
    if shown < len(names):
        return _cut(names, nodes, style, scene)
    return affixed(style.dress.prefix, _whole(names, nodes, style), style.dress.suffix)


def _one(names: Sequence[Name], at: int, style: NameStyle, level: int, scene: Scene) -> Node:
    node = name_node(names[at], style, _inverted(style, at), level, scene)
    for mark in style.dress.marks:
        node = Span((node,), mark)
    return node


def _sort_row(names: Sequence[Name], shown: int, style: NameStyle, scene: Scene) -> Node:
    """Names as a sort key: family names first, nothing between them that could count."""
    assert scene.sorting is not None  # noqa: S101 - only sort keys come here
    chosen = [*names[:shown], *([names[-1]] if scene.sorting(style.et_al).last and shown < len(names) else [])]
    nameset = scene.nameset - 1
    levels = [_level(name, at, nameset, style, scene) for at, name in enumerate(chosen)]
    return "  ".join(sort_name(name, style, level) for name, level in zip(chosen, levels, strict=True))


def _inverted(style: NameStyle, at: int) -> bool:
    return style.sort_order == "all" or (style.sort_order == "first" and at == 0)


def _shown_count(names: Sequence[Name], style: NameStyle, nameset: int, scene: Scene) -> int:
    if scene.sorting is not None:
        return scene.sorting(style.et_al).shown(len(names), False)
    later = scene.area == "citation" and scene.cite is not None and scene.cite.position > Position.FIRST
    shown = style.et_al.shown(len(names), later)
    return min(len(names), max(shown, scene.expansion.names_at(nameset)))


def _level(name: Name, at: int, nameset: int, style: NameStyle, scene: Scene) -> int:
    asked = scene.expansion.given_at(nameset, at) if scene.sorting is None else 0
    level = max(style.base_level, asked)
    index = scene.name_index
    if index is None or name.literal:
        return level
    if index.rule.startswith("primary-name") and (at > 0 or nameset > 0):
        return level
    return max(level, index.level(name, initials_of(name, style)))


def initials_of(name: Name, style: NameStyle) -> str:
    """The given name as initials, where the style has any."""
    return shown_given(name, style, 1)


def _whole(names: Sequence[Name], nodes: list[Node], style: NameStyle) -> Node:
    if len(nodes) < 2 or not style.conjunction:
        return _row(nodes, style.delimiter)
    before = _row(nodes[:-1], style.delimiter)
    wanted = _precedes(style.precedes_last, len(nodes) > 2, _was_inverted(names, len(nodes) - 2, style))
    glue = style.delimiter if wanted else ""
    return together([before, *_around(glue, style.conjunction), nodes[-1]])


def _around(glue: str, conjunction: Node) -> list[Node]:
    """The conjunction between its spaces; scripts that write without spaces have none there either."""
    spaced = is_spaced(plain(conjunction))
    before = glue if glue[-1:].isspace() or not spaced else glue + " "
    return [before, conjunction, " " if spaced else ""]


def _row(nodes: Sequence[Node], delimiter: str) -> Node:
    parts: list[Node] = []
    for node in nodes:
        if parts:
            parts.append(delimiter)
        parts.append(node)
    return together(parts)


def _precedes(rule: str, several: bool, inverted: bool) -> bool:
    return rule == "always" or (rule == "contextual" and several) or (rule == "after-inverted-name" and inverted)


def _was_inverted(names: Sequence[Name], at: int, style: NameStyle) -> bool:
    return _inverted(style, at) and bool(names[at].given) and names[at].romanesque and style.form != "short"


def _cut(names: Sequence[Name], nodes: list[Node], style: NameStyle, scene: Scene) -> Node:
    row = affixed(style.dress.prefix, _row(nodes, style.delimiter), style.dress.suffix)
    if style.et_al.last and len(names) > len(nodes) + 1:
        level = _level(names[-1], len(names) - 1, scene.nameset - 1, style, scene)
        last = _one(names, len(names) - 1, style, level, scene)
        return together([row, style.delimiter, "… ", last])
    others = style.et_al.dress.wear(read_markup(style.et_al.term), scene)
    if not others:
        return row
    wanted = _precedes(style.precedes_et_al, len(nodes) > 1, _was_inverted(names, len(nodes) - 1, style))
    gap = " " if is_spaced(style.et_al.term) else ""
    return together([row, style.delimiter if wanted else gap, others])
