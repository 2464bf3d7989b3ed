"""cs:group: children with a delimiter, silent when it asked for variables and found none."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.citations.compiler import Compiler, Render
from readinglist.citations.dress import Dress
from readinglist.citations.markup import read_affix
from readinglist.citations.richtext import Node, Span, joined
from readinglist.citations.scene import Scene
from readinglist.citations.xmltree import Element


def in_sequence(renders: Sequence[Render], delimiter: Node) -> Render:
    """Renders everything in order."""
    if len(renders) == 1:
        return renders[0]
    return lambda scene: joined([render(scene) for render in renders], delimiter)


def aligned(renders: Sequence[Render]) -> Render:
    """Renders the first field into the margin and the rest beside it."""
    rest = in_sequence(renders[1:], "")

    def render(scene: Scene) -> Node:
        first, others = renders[0](scene), rest(scene)
        if not others:
            return first
        return Span([Span([first], ("display", "left-margin")), Span([others], ("display", "right-inline"))])

    return render


def build(element: Element, compiler: Compiler) -> Render:
    """The function for a group."""
    inside = compiler.sequence(element, read_affix(element.get("delimiter")))
    return alive(inside, Dress.of(element))


def alive(inside: Render, dress: Dress) -> Render:
    """Renders the inside, unless it called for variables and every one was empty."""

    def render(scene: Scene) -> Node:
        called, filled = scene.called, scene.filled
        scene.called = scene.filled = False
        node = inside(scene)
        if not node or (scene.called and not scene.filled):
            scene.called, scene.filled = called or scene.called, filled
            return ""
        scene.called, scene.filled = called or scene.called, True
        return dress.wear(node, scene)

    return render
