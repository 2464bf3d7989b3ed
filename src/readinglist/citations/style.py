"""A CSL style as it is written: its name, its options, its macros and layouts, checked once when it is read."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from readinglist.citations.errors import StyleError
from readinglist.citations.shelf import style_path, styles_folder
from readinglist.citations.xmltree import Element, parse


@dataclass(frozen=True, eq=False)
class Style:
    """One independent style. A dependent one is its parent under another name, perhaps in another language."""

    name: str
    title: str
    attributes: Mapping[str, str]
    macros: Mapping[str, Element]
    citation: Element
    bibliography: Element | None
    locales: list[Element] = field(default_factory=list)
    language: str = ""

    @property
    def is_note(self) -> bool:
        """Whether citations go to notes."""
        return self.attributes.get("class") == "note"


def load_style(name: str | Path) -> Style:
    """The style of that name (or file), its parent's rules in place if it only names a parent."""
    return _loaded(style_path(str(name)))


@functools.lru_cache(maxsize=32)
def _loaded(path: Path) -> Style:
    ours = path.is_relative_to(styles_folder())
    return read_style(path.read_bytes(), path.stem if ours else str(path))


def read_style(source: str | bytes, name: str = "style") -> Style:
    """The style in a CSL text."""
    root = parse(source.strip(), name)
    if root.name != "style":
        raise StyleError(name, root.line, f"the root element is {root.name!r}", "name a CSL style")
    info = root.find("info")
    title = info.text_of("title") if info is not None else ""
    parent = _parent(info) if root.find("citation") is None else ""
    if parent:
        return _dependent(parent, name, title, root)
    citation = root.find("citation")
    if citation is None:
        raise StyleError(name, root.line, "it has neither cs:citation nor a parent", "name an independent style")
    style = Style(
        name, title, root.attributes, {macro.get("name"): macro for macro in root.all("macro")},
        citation, root.find("bibliography"), root.all("locale"), root.get("default-locale"),
    )  # fmt: skip
    _check(style)
    return style


def _parent(info: Element | None) -> str:
    links = info.all("link") if info is not None else []
    return next((link.get("href") for link in links if link.get("rel") == "independent-parent"), "")


def _dependent(parent: str, name: str, title: str, root: Element) -> Style:
    try:
        above = load_style(parent)
    except StyleError as error:
        problem = f"its parent {parent.rpartition('/')[2]!r} is missing"
        raise StyleError(name, root.line, problem, "install or name the parent style") from error
    language = root.get("default-locale") or above.language
    return Style(
        name, title, above.attributes, above.macros, above.citation, above.bibliography, above.locales, language
    )


def _check(style: Style) -> None:
    for area in (style.citation, style.bibliography):
        if area is not None and area.find("layout") is None:
            raise StyleError(style.name, area.line, f"cs:{area.name} has no layout", "add one")
    for element in (*style.macros.values(), style.citation, *([style.bibliography] if style.bibliography else [])):
        for caller in _calls(element):
            if caller.get("macro") not in style.macros:
                problem = f"macro {caller.get('macro')!r} is not defined"
                raise StyleError(style.name, caller.line, problem, "define it or correct the name")
    _check_circles(style)


def _calls(element: Element) -> Iterator[Element]:
    for child in element.children:
        if "macro" in child.attributes:
            yield child
        yield from _calls(child)


def _check_circles(style: Style) -> None:
    done: set[str] = set()
    path: list[str] = []

    def visit(name: str) -> None:
        if name in path:
            line = style.macros[name].line
            raise StyleError(style.name, line, f"macro {name!r} calls itself", "break the circle")
        if name not in done:
            path.append(name)
            for caller in _calls(style.macros[name]):
                visit(caller.get("macro"))
            path.pop()
            done.add(name)

    for name in style.macros:
        visit(name)


def uses_year_suffix(style: Style) -> bool:
    """Whether the style says itself where year suffixes go."""
    return any(_shows_suffix(element) for element in (*style.macros.values(), style.citation)) or (
        style.bibliography is not None and _shows_suffix(style.bibliography)
    )


def uses_condition(style: Style) -> bool:
    """Whether the style has a way of its own to tell cites apart."""
    return any(_asks(element) for element in (*style.macros.values(), style.citation))


def _asks(element: Element) -> bool:
    return "disambiguate" in element.attributes or any(_asks(child) for child in element.children)


def _shows_suffix(element: Element) -> bool:
    return any(
        (child.name == "text" and child.get("variable") == "year-suffix") or _shows_suffix(child)
        for child in element.children
    )
