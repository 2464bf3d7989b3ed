"""Sections into areas: every heading has an area of its own, made when something stands in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from readinglist.markdown.parser import words_of
from readinglist.markdown.spans import Inline


@dataclass(slots=True)
class _Section:
    level: int
    title: str
    area: str | None = None


@dataclass(slots=True)
class Outline:
    """The headings above the present place, and the areas that were made so far."""

    areas: dict[str, dict[str, str]] = field(default_factory=dict)
    _open: list[_Section] = field(default_factory=list)
    _paths: dict[tuple[str, str | None], str] = field(default_factory=dict)
    _tried: dict[str, int] = field(default_factory=dict)

    def enter(self, level: int, title: str) -> None:
        """Begin the section of a heading."""
        self._open = [section for section in self._open if section.level < level]
        self._open.append(_Section(level, title))

    @property
    def title(self) -> str | None:
        """The heading of the present section."""
        return self._open[-1].title if self._open else None

    def area(self, *, above: bool = False) -> str | None:
        """Return the area of the present section, or of the one above it, making it where it is new."""
        chain = [section for section in (self._open[:-1] if above else self._open) if section.title]
        parent = None
        for section in chain:
            if section.area is None:
                section.area = self._new(section.title, parent)
            parent = section.area
        return parent

    def path(self, titles: Sequence[str]) -> str | None:
        """Return the area at the end of a path of titles, made where it is new, as folders are."""
        parent = None
        for title in titles:
            if (title, parent) not in self._paths:
                self._paths[title, parent] = self._new(title, parent)
            parent = self._paths[title, parent]
        return parent

    def _new(self, title: str, parent: str | None) -> str:
        base = area_id(title)
        if base in self.areas and parent:
            base = f"{parent}-{base}"
        name, number = base, self._tried.get(base, 2)
        while name in self.areas:
            name, number = f"{base}-{number}", number + 1
        self._tried[base] = number
        self.areas[name] = {"title": title} | ({"parent": parent} if parent else {})
        return name


def area_id(title: str) -> str:
    """Return the id of an area: the words of its title in small letters, with dashes."""
    plain = unicodedata.normalize("NFKC", title).casefold()
    return re.sub(r"[^\w]+", "-", plain).strip("-_") or "area"


def heading_title(inline: Inline) -> str:
    """Return the title that a heading states: without links back to the top, pictures and permanent anchors."""
    text, at = "", 0
    for span in inline.spans:
        if span.start < at:
            continue
        gone = span.kind == "image" or span.pictures or (span.href.startswith("#") and span.start > 0)
        if gone:
            text, at = text + inline.content[at : span.start], span.end
    return words_of(text + inline.content[at:]).strip().removesuffix("()").strip(" :：")
