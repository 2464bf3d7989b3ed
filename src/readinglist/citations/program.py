"""A style made ready for one locale: two compiled areas, their sort keys and their options."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from readinglist.citations.compiler import Compiler, Render
from readinglist.citations.dress import Dress
from readinglist.citations.elements.group import aligned
from readinglist.citations.locale import Locale
from readinglist.citations.markup import read_affix
from readinglist.citations.namestyle import inheritable
from readinglist.citations.richtext import Node
from readinglist.citations.shelf import locale_for
from readinglist.citations.sorting import SortKey, read_keys
from readinglist.citations.style import Style, uses_condition, uses_year_suffix
from readinglist.citations.xmltree import Element


@dataclass(frozen=True, slots=True)
class Area:
    """The compiled citation or bibliography of a style."""

    name: str
    render: Render
    dress: Dress
    delimiter: Node
    keys: list[SortKey]
    options: Mapping[str, str]

    def says(self, option: str) -> bool:
        """Whether a true-or-false option is on."""
        return self.options.get(option) == "true"


@dataclass(frozen=True, slots=True)
class Program:
    """Everything needed to render with one style in one locale."""

    style: Style
    locale: Locale
    citation: Area
    bibliography: Area | None
    disambiguates: bool


@functools.lru_cache(maxsize=8)
def program_for(style: Style, language: str) -> Program:
    """The style compiled for the language."""
    locale = locale_for(language, style.locales)
    explicit = uses_year_suffix(style)
    citation = _area(style, style.citation, locale, explicit)
    bibliography = _area(style, style.bibliography, locale, explicit) if style.bibliography is not None else None
    return Program(style, locale, citation, bibliography, _disambiguates(style))


def _disambiguates(style: Style) -> bool:
    ways = ("names", "givenname", "year-suffix")
    return any(style.citation.get(f"disambiguate-add-{way}") == "true" for way in ways) or uses_condition(style)


def _area(style: Style, element: Element, locale: Locale, explicit: bool) -> Area:
    inherited = {**inheritable(style.attributes), **inheritable(element.attributes)}
    compiler = Compiler(style.name, style.macros, locale, style.attributes, inherited, explicit)
    layout = element.find("layout")
    if layout is None:
        raise compiler.error(element, f"cs:{element.name} has no layout", "add one")
    delimiter = read_affix(layout.get("delimiter")) if element.name == "bibliography" else ""
    align = "second-field-align" in element.attributes and len(layout.children) > 1
    return Area(
        element.name,
        aligned(compiler.build_all(layout)) if align else compiler.sequence(layout, delimiter),
        Dress.of(layout),
        read_affix(layout.get("delimiter")),
        read_keys(element.find("sort"), compiler),
        element.attributes,
    )
