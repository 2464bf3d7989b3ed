"""Citations of several works: their order, what neighbours share and so need not say twice, and what stands between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readinglist.citations.markup import read_markup
from readinglist.citations.numbers import letters_value
from readinglist.citations.positions import Citation
from readinglist.citations.richtext import Node, Span, joined, plain, together
from readinglist.citations.scene import Cite
from readinglist.citations.sorting import in_order

if TYPE_CHECKING:
    from readinglist.citations.processor import Processor


@dataclass(slots=True)
class Shown:
    """One cite as it is shown, and what its neighbours are judged by."""

    cite: Cite
    node: Node
    names: str
    number: int
    suffix: str
    stem: str = ""
    follows: bool = False

    @property
    def bare(self) -> bool:
        """Whether the author added nothing to it."""
        return not (self.cite.locator or self.cite.prefix or self.cite.suffix)


def citation_node(citation: Citation, processor: Processor) -> Node:
    """The citation in its style."""
    area = processor.citation_area
    cites = [cite for cite in citation.cites if cite.id in processor.items]
    if area.keys and len(cites) > 1:
        cites = in_order(cites, area.keys, lambda cite: processor.scene(processor.items[cite.id], "citation", cite))
    shown = [_shown(cite, processor, begins=_begins(cite, at)) for at, cite in enumerate(cites)]
    if area.keys and area.options.get("collapse", "").startswith("year"):
        shown = _gathered(shown)
    groups = _grouped(shown, area.options.get("collapse", ""), "cite-group-delimiter" in area.options)
    node = _Row(processor).row(groups)
    return area.dress.wrap_layout(node) if node else ""


def _begins(cite: Cite, at: int) -> bool:
    """Whether the cite begins a sentence: first in its citation, or after a full stop in what its author wrote."""
    prefix = cite.prefix.strip()
    return (not prefix and at == 0) or (" " in prefix and prefix.rstrip("”\"'")[-1:] in {".", "!", "?"})


def _shown(cite: Cite, processor: Processor, without_names: bool = False, begins: bool = False) -> Shown:
    item = processor.items[cite.id]
    scene = processor.scene(item, "citation", cite)
    scene.without_names = without_names or cite.suppress_author
    scene.spoken = not begins
    node = processor.citation_area.render(scene)
    cut = ["…"] if scene.names_cut else []
    names = "" if scene.stands_in else "\n".join([*(scene.first_names or ()), *cut])
    suffix = scene.expansion.year_suffix if scene.suffix_shown else ""
    return Shown(cite, node, names, scene.citation_number, suffix, plain(_unsuffixed(node)), scene.stands_in)


def _unsuffixed(node: Node) -> Node:
    if isinstance(node, str):
        return node
    if node.mark == ("year-suffix", ""):
        return ""
    return Span([_unsuffixed(part) for part in node.parts], node.mark, node.flips)


def _gathered(shown: Sequence[Shown]) -> list[Shown]:
    """Sorted cites with all works of the same authors at the first of them."""
    first: dict[str, int] = {}
    for at, one in enumerate(shown):
        first.setdefault(one.names or f"\0{at}", at)
    return [one for _, one in sorted(enumerate(shown), key=lambda pair: first[pair[1].names or f"\0{pair[0]}"])]


def _grouped(shown: Sequence[Shown], collapse: str, delimited: bool) -> list[list[Shown]]:
    """Neighbours of the same authors; a cite with a mere word for its authors joins those before it."""
    if not (delimited or collapse.startswith("year")):
        return [[one] for one in shown]
    groups: list[list[Shown]] = []
    for one in shown:
        if groups and (one.follows or (one.names == groups[-1][0].names and (one.names or one.suffix))):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


class _Row:
    def __init__(self, processor: Processor) -> None:
        self.processor = processor
        self.area = processor.citation_area
        options = self.area.options
        self.collapse = options.get("collapse", "")
        self.delimiter = self.area.delimiter
        default = ", " if self.collapse == "year" else self.delimiter
        own = "cite-group-delimiter" in options
        self.in_group = read_markup(options["cite-group-delimiter"]) if own else default
        self.after = read_markup(options["after-collapse-delimiter"]) if "after-collapse-delimiter" in options else None
        self.between_suffixes = read_markup(options.get("year-suffix-delimiter", "")) or (
            self.in_group if own else self.delimiter
        )

    def row(self, groups: list[list[Shown]]) -> Node:
        if self.collapse == "citation-number":
            return self._numbers([one for group in groups for one in group])
        between = self.after if self.collapse.startswith("year") and self.after is not None else self.delimiter
        parts: list[Node] = []
        before: Shown | None = None
        for group in groups:
            node = self._group(group)
            if not node:
                continue
            if before is not None:
                parts.append(_between(before.cite, group[0].cite, between))
            parts.append(node)
            before = group[-1]
        return together(parts)

    def _group(self, group: list[Shown]) -> Node:
        if not self.collapse.startswith("year"):
            return self._in_group(group)
        rest = [_shown(one.cite, self.processor, without_names=True) for one in group[1:]]
        years = [group[0], *[new if not one.cite.prefix else one for one, new in zip(group[1:], rest, strict=True)]]
        if self.collapse == "year":
            return self._in_group(years)
        stems = [_shown(group[0].cite, self.processor, without_names=True).stem, *[one.stem for one in years[1:]]]
        return joined(self._by_year(years, stems), self.in_group)

    def _in_group(self, group: Sequence[Shown]) -> Node:
        """Cites of the same authors; where one names a page, the next must not look like another page."""
        parts: list[Node] = []
        before: Shown | None = None
        for one in group:
            node = self._dressed(one)
            if not node:
                continue
            if before is not None:
                paged = self.after if before.cite.locator else None
                parts.append(self.in_group if paged is None else paged)
            parts.append(node)
            before = one
        return together(parts)

    def _by_year(self, years: list[Shown], stems: list[str]) -> list[Node]:
        """Years, each with the letters of all works of that year."""
        nodes: list[Node] = []
        at = 0
        while at < len(years):
            end = at + 1
            while end < len(years) and _same_year(years, stems, end):
                end += 1
            nodes.append(self._letters(years[at:end]))
            at = end
        return nodes

    def _letters(self, years: list[Shown]) -> Node:
        nodes: list[Node] = [self._dressed(years[0]), *[one.suffix for one in years[1:]]]
        if self.collapse != "year-suffix-ranged":
            return joined(nodes, self.between_suffixes)
        runs = _runs([letters_value(one.suffix) for one in years])
        return joined([_run_node(nodes[low : high + 1]) for low, high in runs], self.between_suffixes)

    def _numbers(self, shown: list[Shown]) -> Node:
        """Numbers, three and more in a row as a range."""
        parts: list[Node] = []
        at, collapsed = 0, False
        while at < len(shown):
            end = at + 1
            while (
                end < len(shown) and shown[end].number == shown[end - 1].number + 1 and _pure(shown[end - 1 : end + 1])
            ):
                end += 1
            run = shown[at:end]
            nodes = [self._dressed(one) for one in run]
            if len(run) > 2:
                nodes = [together([nodes[0], "–", nodes[-1]])]
            for node in nodes:
                if parts:
                    parts.append(self.after if collapsed and self.after is not None else self.delimiter)
                parts.append(node)
                collapsed = len(run) > 2
            at = end
        return together(parts)

    def _dressed(self, one: Shown) -> Node:
        """The cite with what its author wrote before and after it."""
        prefix, suffix = one.cite.prefix, one.cite.suffix
        if suffix and suffix[0].isalnum():
            suffix = f" {suffix}"
        if prefix and prefix[-1].isalnum():
            prefix = f"{prefix} "
        return together([read_markup(prefix), one.node, read_markup(suffix)])


def _between(before: Cite, after: Cite, delimiter: Node) -> Node:
    """The delimiter, unless the author wrote one."""
    if before.suffix[-1:] in _STOPS:
        return " "
    return "" if after.prefix[:1] in _STOPS else delimiter


_STOPS = tuple(",;.")


def _pure(shown: Sequence[Shown]) -> bool:
    return all(one.bare for one in shown)


def _same_year(years: list[Shown], stems: list[str], at: int) -> bool:
    return bool(years[at].suffix) and stems[at] == stems[at - 1] and years[at].bare and years[at - 1].bare


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Where numbers follow each other, as (first, last) places; runs of two count as two of one."""
    runs: list[tuple[int, int]] = []
    for at, number in enumerate(numbers):
        if runs and number == numbers[at - 1] + 1:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return [part for low, high in runs for part in ([(low, high)] if high - low != 1 else [(low, low), (high, high)])]


def _run_node(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else together([nodes[0], "–", nodes[-1]])
