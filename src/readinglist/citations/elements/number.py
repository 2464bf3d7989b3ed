"""cs:number, and cs:text over variables that hold numbers."""

from __future__ import annotations

import re
from collections.abc import Callable

from readinglist.citations.compiler import Compiler, Render
from readinglist.citations.dress import Dress
from readinglist.citations.markup import read_markup
from readinglist.citations.numbers import is_numeric, long_ordinal, ordinal, rewritten, roman
from readinglist.citations.richtext import Node
from readinglist.citations.scene import Scene
from readinglist.citations.xmltree import Element

_HYPHENATED = re.compile(r"(?<=[^\W\d_]{2}-)[^\W\d_](?=[^\W\d_])")


def build(element: Element, compiler: Compiler) -> Render:
    """The function for a number in its form."""
    return number_text(element.get("variable"), element.get("form"), compiler, Dress.of(element))


def number_text(variable: str, form: str, compiler: Compiler, dress: Dress) -> Render:
    """Renders a number variable; what is no number stays as it is."""
    locale = compiler.locale
    change = _form(variable, form, compiler)
    paged = variable in {"page", "locator"}
    dash = locale.term("page-range-delimiter") or "–"
    words_apart = dress.case == "capitalize-first"
    page_format = compiler.options.get("page-range-format", "") if paged else ""

    def render(scene: Scene) -> Node:
        value = scene.text(variable)
        if not value:
            return ""
        on_pages = variable == "page" or (paged and scene.cite is not None and scene.cite.label == "page")
        own_dash = dash if on_pages or "–" not in value else "–"
        text = rewritten(value, locale, page_format if on_pages else "", own_dash, change)
        if words_apart and "-" in text:
            text = _HYPHENATED.sub(lambda letter: letter[0].upper(), text)
        return dress.wear(read_markup(text), scene)

    return render


def _form(variable: str, form: str, compiler: Compiler) -> Callable[[str], str]:
    locale = compiler.locale
    if form == "ordinal":
        gender = locale.gender(variable)
        return lambda text: ordinal(text, locale, gender)
    if form == "long-ordinal":
        gender = locale.gender(variable)
        return lambda text: long_ordinal(text, locale, gender)
    if form == "roman":
        return lambda text: roman(int(text)) if text.isdecimal() and is_numeric(text) else text
    return lambda text: text
