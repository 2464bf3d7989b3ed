"""Items, a style and a locale brought together: numbers, order, disambiguation, and then entries and citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from readinglist.citations import disambiguation
from readinglist.citations.bibliography import Entry, entries
from readinglist.citations.clusters import citation_node
from readinglist.citations.items import Item
from readinglist.citations.namestyle import NameIndex
from readinglist.citations.output import format_named
from readinglist.citations.positions import Citation, place
from readinglist.citations.program import Area, Program, program_for
from readinglist.citations.richtext import Node, plain
from readinglist.citations.scene import PLAIN, Cite, Expansion, Position, Scene, Trace
from readinglist.citations.sorting import in_order
from readinglist.citations.style import Style, load_style
from readinglist.citations.textcase import is_english
from readinglist.citations.typesetting import typeset


class Processor:
    """One list of items in one style: what it knows of them all decides how each is shown."""

    def __init__(
        self,
        style: Style | str | Path,
        items: Iterable[Mapping[str, Any]],
        locale: str | None = None,
        cited_first: Sequence[str] = (),
    ) -> None:
        self.style = style if isinstance(style, Style) else load_style(style)
        self.language = locale or self.style.language or "en-US"
        self.program: Program = program_for(self.style, self.language)
        known = {item.id: item for item in map(Item, items)}
        order = [one for one in dict.fromkeys(cited_first) if one in known]
        self.items = {one: known[one] for one in [*order, *(i for i in known if i not in set(order))]}
        self.numbers = {one: number for number, one in enumerate(self.items, start=1)}
        self.expansions: dict[str, Expansion] = {}
        self.name_index: NameIndex | None = None
        self.order = self._bibliography_order()
        self._number()
        self._disambiguate()

    def scene(self, item: Item, area: str, cite: Cite | None = None, expansion: Expansion | None = None) -> Scene:
        """The scene to render an item in."""
        return Scene(
            item, area, cite, self.expansions.get(item.id, PLAIN) if expansion is None else expansion,
            self.numbers.get(item.id, 0), self.style.is_note, self.name_index,
            english=is_english(item.language, self.language), chinese=self.language.lower().startswith("zh"),
        )  # fmt: skip

    def _bibliography_order(self) -> list[str]:
        area = self.program.bibliography
        if area is None or not area.keys:
            return list(self.items)
        return in_order(list(self.items), area.keys, lambda one: self.scene(self.items[one], "bibliography"))

    def _number(self) -> None:
        """Citation numbers follow the bibliography, unless it sorts by them."""
        self.numbers = {one: number for number, one in enumerate(self.order, start=1)}

    def _disambiguate(self) -> None:
        options = self.program.citation.options
        if not self.program.disambiguates or len(self.items) < 2:
            return
        work = disambiguation.Disambiguation(options, self._ambiguous)
        if disambiguation.goes_by_index(options):
            work.traces = {one: Trace() for one in self.items}
            shown = {one: self._ambiguous(one, PLAIN, work.traces[one]) for one in self.items}
            index = self.name_index = disambiguation.name_index(options, list(work.traces.values()))
            work.known = {one: text for one, text in shown.items() if not index.touches(work.traces[one].people)}
        left = work.run(list(self.items))
        self.expansions = work.expansions
        if self.name_index is not None and len(work.known) < len(self.items):
            self.order = self._bibliography_order()
            self._number()
        if work.adds_suffixes:
            work.add_suffixes(left, {one: at for at, one in enumerate(self.order)})

    def _ambiguous(self, one: str, expansion: Expansion, trace: Trace | None) -> str:
        """What a bare cite shows, for comparing cites with each other."""
        scene = self.scene(self.items[one], "citation", Cite(one, position=Position.SUBSEQUENT), expansion)
        scene.trace, scene.show_year_suffix, scene.compared = trace, False, True
        return plain(self.program.citation.render(scene))

    def bibliography(self) -> Iterator[Entry]:
        """The entries in the style's order; none where the style has no bibliography."""
        area = self.program.bibliography
        return iter(()) if area is None else entries(area, [self.items[one] for one in self.order], self._entry_scene)

    def _entry_scene(self, item: Item) -> Scene:
        return self.scene(item, "bibliography")

    def cite(self, citations: Sequence[Citation]) -> list[Node]:
        """Each citation of a document, in the order they stand there."""
        distance = self.style.citation.get("near-note-distance")
        place(citations, int(distance) if distance.isdecimal() else 5)
        return [citation_node(citation, self) for citation in citations]

    def entries(self, format: str = "text") -> list[tuple[str, str]]:
        """The bibliography's entries in a format, each with the id of its item."""
        writer = format_named(format)
        quotes = self.program.locale.quote_marks
        return [(entry.id, writer.write(typeset(entry.node, quotes))) for entry in self.bibliography()]

    def citations(self, citations: Sequence[Citation], format: str = "text") -> list[str]:
        """The citations in a format."""
        writer = format_named(format)
        quotes = self.program.locale.quote_marks
        return [writer.write(typeset(node, quotes)) for node in self.cite(citations)]

    def citations_as_placed(
        self,
        citations: Sequence[Citation],
        places: Sequence[Sequence[tuple[int, bool, int]]],
        format: str,
    ) -> list[str]:
        """Citations whose positions somebody else has worked out."""
        for citation, row in zip(citations, places, strict=True):
            for cite, (position, near, first) in zip(citation.cites, row, strict=True):
                cite.position, cite.near_note, cite.first_note = Position(position), near, first
        writer, quotes = format_named(format), self.program.locale.quote_marks
        return [writer.write(typeset(citation_node(citation, self), quotes)) for citation in citations]

    @property
    def citation_area(self) -> Area:
        """The compiled citation."""
        return self.program.citation
