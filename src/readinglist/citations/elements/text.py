"""cs:text: a variable, a macro, a term or a fixed text."""

from __future__ import annotations

import re
from dataclasses import replace

from readinglist.citations.citationlabel import label_of
from readinglist.citations.compiler import Compiler, Render
from readinglist.citations.dress import Dress
from readinglist.citations.elements.group import alive
from readinglist.citations.elements.number import number_text
from readinglist.citations.items import NUMBER_VARIABLES
from readinglist.citations.markup import read_markup
from readinglist.citations.people import is_romanesque
from readinglist.citations.richtext import Node, Span, leading_capital, plain, together
from readinglist.citations.scene import Scene
from readinglist.citations.xmltree import Element

_LINKS = {"DOI": "https://doi.org/", "URL": "", "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
          "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/"}  # fmt: skip


def build(element: Element, compiler: Compiler) -> Render:
    """The function for a text element, by the attribute that says what it shows."""
    dress = Dress.of(element)
    if "macro" in element.attributes:
        return alive(compiler.macro(element.get("macro"), element), dress)
    if "variable" in element.attributes:
        return _variable(element, compiler, dress)
    if "term" in element.attributes:
        return _opening(_term(element, compiler), dress)
    if "value" in element.attributes:
        return _constant(read_markup(element.get("value")), dress)
    raise compiler.error(element, "cs:text shows nothing", "give it a variable, macro, term or value")


def _constant(node: Node, dress: Dress) -> Render:
    def render(scene: Scene) -> Node:
        scene.spoken = True
        return dress.wear(node, scene)

    return render


def _opening(node: Node, dress: Dress) -> Render:
    """A term; one that opens a note or an entry starts with a capital."""

    def render(scene: Scene) -> Node:
        opens = not scene.spoken and node and scene.capitalizes
        scene.spoken = True
        return dress.wear(leading_capital(node) if opens else node, scene, term=True)

    return render


def _term(element: Element, compiler: Compiler) -> Node:
    plural = element.get("plural") == "true"
    word = compiler.locale.term(element.get("term"), element.get("form", "long"), plural)
    return read_markup(word) if word else ""


def _variable(element: Element, compiler: Compiler, dress: Dress) -> Render:
    variable, short = element.get("variable"), element.get("form") == "short"
    if variable in NUMBER_VARIABLES:
        return number_text(variable, "", compiler, dress)
    if variable in _LINKS:
        return _link(variable, dress)
    if variable == "year-suffix":
        return _year_suffix(dress)
    if variable == "citation-label":
        return _citation_label(dress)

    upright = dress.upright

    def render(scene: Scene) -> Node:
        value = scene.text(variable, short)
        if not value:
            return ""
        return (dress if is_romanesque(value) else upright).wear(read_markup(value), scene)

    return render


def _year_suffix(dress: Dress) -> Render:
    def render(scene: Scene) -> Node:
        value = scene.peek("year-suffix")
        if value:
            scene.suffix_shown = scene.called = scene.filled = True
        return dress.wear(Span((value,), ("year-suffix", "")), scene) if value else ""

    return render


def _citation_label(dress: Dress) -> Render:
    def render(scene: Scene) -> Node:
        scene.called = scene.filled = True
        node = together([label_of(scene.item), Span((scene.peek("year-suffix"),), ("year-suffix", ""))])
        scene.suffix_shown = True
        return dress.wear(node, scene)

    return render


def _link(variable: str, dress: Dress) -> Render:
    base = _LINKS[variable]
    address = _ADDRESS.search(plain(dress.prefix))
    lead = address[0] if address else ""
    worn = replace(dress, prefix=plain(dress.prefix)[: -len(lead)]) if lead else dress

    def render(scene: Scene) -> Node:
        value = scene.text(variable)
        if not value:
            return ""
        target = value if value.lower().startswith(("http://", "https://")) else base + value
        return worn.wear(Span((lead + value,), ("link", target)), scene)

    return render


_ADDRESS = re.compile(r"https?://\S+$")
"""A prefix that is the first half of an address belongs to the link."""
