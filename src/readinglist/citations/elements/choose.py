"""cs:choose: the first branch whose conditions hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from readinglist.citations.compiler import Compiler, Render
from readinglist.citations.numbers import is_numeric
from readinglist.citations.richtext import Node
from readinglist.citations.scene import Position, Scene
from readinglist.citations.xmltree import Element

Test = Callable[[Scene], bool]


def build(element: Element, compiler: Compiler, delimiter: Node) -> Render:
    """The function for a choice."""
    branches = [(_condition(branch, compiler), compiler.sequence(branch, delimiter)) for branch in element.children]

    def render(scene: Scene) -> Node:
        for holds, branch in branches:
            if holds(scene):
                return branch(scene)
        return ""

    return render


def _condition(branch: Element, compiler: Compiler) -> Test:
    if branch.name == "else":
        return lambda _scene: True
    match = branch.get("match", "all")
    if match != "all" and list(branch.attributes) in (["match", "type"], ["type", "match"]):
        return _types(frozenset(branch.get("type").split()), match == "any")
    tests = [
        test
        for attribute, values in branch.attributes.items()
        if attribute != "match"
        for test in _tests(attribute, values, branch, compiler)
    ]
    return _matched(tests, match)


def _types(types: frozenset[str], wanted: bool) -> Test:
    """Most branches of most styles: is it one of these types?"""
    return lambda scene: (scene.item.type in types) is wanted


def _matched(tests: Sequence[Test], match: str) -> Test:
    if match == "any":
        return lambda scene: any(test(scene) for test in tests)
    if match == "none":
        return lambda scene: not any(test(scene) for test in tests)
    if len(tests) == 1:
        return tests[0]
    return lambda scene: all(test(scene) for test in tests)


def _tests(attribute: str, values: str, branch: Element, compiler: Compiler) -> list[Test]:
    make = _TESTS.get(attribute)
    if make is None:
        raise compiler.error(branch, f"unknown condition {attribute!r}", "use one that CSL defines")
    return [make(value) for value in values.split()]


def _type(value: str) -> Test:
    return lambda scene: scene.item.type == value


def _variable(value: str) -> Test:
    return lambda scene: scene.has(value)


def _is_numeric(value: str) -> Test:
    return lambda scene: is_numeric(scene.peek(value))


def _is_uncertain_date(value: str) -> Test:
    def test(scene: Scene) -> bool:
        date = scene.item.date(value)
        return date is not None and date.circa

    return test


def _locator(value: str) -> Test:
    name = value.replace("sub-verbo", "sub verbo")
    return lambda scene: scene.cite is not None and bool(scene.cite.locator) and scene.cite.label in (value, name)


def _position(value: str) -> Test:
    if value == "near-note":
        return lambda scene: scene.cite is not None and scene.cite.near_note
    if value == "far-note":
        return lambda scene: scene.cite is not None and scene.cite.position > 0 and not scene.cite.near_note
    accepted = _POSITIONS.get(value, frozenset())
    return lambda scene: scene.cite is not None and scene.area == "citation" and scene.cite.position in accepted


_POSITIONS = {
    "first": frozenset({Position.FIRST}),
    "subsequent": frozenset({Position.SUBSEQUENT, Position.IBID, Position.IBID_WITH_LOCATOR}),
    "ibid": frozenset({Position.IBID, Position.IBID_WITH_LOCATOR}),
    "ibid-with-locator": frozenset({Position.IBID_WITH_LOCATOR}),
}


def _disambiguate(value: str) -> Test:
    def test(scene: Scene) -> bool:
        scene.conditions += 1
        if scene.trace is not None:
            scene.trace.conditions = scene.conditions
        return (scene.conditions <= scene.expansion.conditions) == (value == "true")

    return test


_TESTS: dict[str, Callable[[str], Test]] = {
    "disambiguate": _disambiguate,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain_date,
    "locator": _locator,
    "position": _position,
    "type": _type,
    "variable": _variable,
}
