"""A template filled from a catalog: its top, its areas with their entries, its end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from readinglist.errors import UnknownName
from readinglist.exporters._page import contents
from readinglist.exporters._placeholders import KINDS, PLACEHOLDERS, Scene
from readinglist.markdown.spots import Spot, fitting, spots
from readinglist.markdown.template import Node, Part, Template, Value, read_template, values
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry

_NOTHING = "\0"  # where a name had nothing to say: a line that holds no more than this is left out


def shipped_names() -> list[str]:
    """Return the names of the templates that we bring along."""
    return sorted(file.name.removesuffix(".md") for file in _folder().iterdir() if file.name.endswith(".md"))


def shipped(name: str | Template) -> str | Template:
    """Return the template of this name that we bring along; raise `UnknownName` where there is none."""
    if isinstance(name, Template) or not name:
        return name
    if name not in shipped_names():
        raise UnknownName("template", name, shipped_names())
    return _read_shipped(name)


@cache
def _read_shipped(name: str) -> Template:
    return read_template((_folder() / f"{name}.md").read_text("utf-8"), f"{name}.md", KINDS)


def _folder() -> Traversable:
    return files("readinglist.exporters") / "templates"


def filled(
    template: Template,
    catalog: Catalog,
    outline: Sequence[tuple[str, int, Sequence[Entry]]],
    language: str,
    heading_level: int,
) -> str:
    """Return the text that a template makes of a list; raise `BadTemplate` where nothing could be right in a place."""
    pen = _Pen(template, {part: spots(template, part, KINDS[part]) for part in template.nodes})
    has_below = any(value.name == "below" for value in values(template.nodes["entry"]))
    total = sum(len(entries) for _, _, entries in outline)
    areas = [(title, depth) for title, depth, _ in outline if title]
    scene = Scene(
        title=catalog.title or "",
        description=catalog.description or "",
        contents=contents(areas),
        count=total,
        language=language,
        has_below=has_below,
    )
    return "".join([pen.write("top", scene), *_areas(pen, outline, scene, heading_level), pen.write("end", scene)])


def _areas(
    pen: _Pen, outline: Sequence[tuple[str, int, Sequence[Entry]]], scene: Scene, heading_level: int
) -> Iterator[str]:
    numbers = itertools.count(1)
    for title, depth, entries in outline:
        marks = "#" * min(heading_level + depth, 6)
        here = replace(scene, area=title, marks=marks, count=len(entries))
        if title:
            yield pen.write("area", here)
        for entry in entries:
            yield pen.write("entry", replace(here, entry=entry, number=next(numbers)))


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes the parts of a template, each value as it must be where it stands."""

    template: Template
    spots: dict[Part, dict[int, Spot]]

    def write(self, part: Part, scene: Scene) -> str:
        """Return a part, without the lines that came out empty because there was nothing to say."""
        text = "".join(self._written(self.template.nodes.get(part, ()), part, scene))
        if _NOTHING not in text:
            return text
        lines = text.splitlines(keepends=True)
        kept = (line for line in lines if _NOTHING not in line or line.replace(_NOTHING, "").strip())
        return "".join(kept).replace(_NOTHING, "")

    def _written(self, nodes: Sequence[Node], part: Part, scene: Scene) -> Iterator[str]:
        for node in nodes:
            if isinstance(node, str):
                yield node
                continue
            said = PLACEHOLDERS[part][node.name].value(scene) or ""
            if isinstance(node, Value):
                yield self._fitting(said, part, node) or _NOTHING
            elif bool(said.strip()) == node.wanted:
                yield from self._written(node.nodes, part, scene)
            else:
                yield _NOTHING

    def _fitting(self, said: str, part: Part, value: Value) -> str:
        text = self.template.texts[part]
        indent = text[text.rfind("\n", 0, value.offset) + 1 : value.offset]
        said = fitting(said.replace(_NOTHING, "").strip("\n"), KINDS[part][value.name], self.spots[part][value.offset])
        return said if indent.strip() else re.sub(r"\n(?=[^\n])", f"\n{indent}", said)
