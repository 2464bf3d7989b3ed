"""One name set in order: particles, suffixes, initials, family names first, scripts without spaces."""

from __future__ import annotations

from readinglist.citations.dress import Dress
from readinglist.citations.initials import initialized, normalized
from readinglist.citations.markup import read_markup
from readinglist.citations.namestyle import NameStyle
from readinglist.citations.people import Name
from readinglist.citations.richtext import Node, together
from readinglist.citations.scene import Scene


def name_node(name: Name, style: NameStyle, inverted: bool, level: int, scene: Scene) -> Node:
    """The name as the style shows it; the level is how much of the given name must show."""
    if name.literal:
        return style.family.wear(read_markup(name.literal), scene)
    if not name.romanesque or name.static:
        return _eastern(name, style, level, scene)
    given = shown_given(name, style, level)
    if level == 0:
        return _family(name.last or given, style.family, scene)
    if not name.family:
        return _given(given, style, scene)
    if inverted:
        return _inverted(name, given, style, scene)
    return _straight(name, given, style, scene)


def shown_given(name: Name, style: NameStyle, level: int) -> str:
    """The given name as long as the level asks for."""
    if style.initialize_with is None:
        return name.given
    if not style.initialize:
        return normalized(name.given, style.initialize_with)
    return initialized(name.given, style.initialize_with, style.hyphens) if level < 2 else name.given


def _family(text: str, dress: Dress, scene: Scene) -> Node:
    return dress.wear(read_markup(text), scene)


def _given(text: str, style: NameStyle, scene: Scene) -> Node:
    return style.given.wear(read_markup(text), scene) if text else ""


def _eastern(name: Name, style: NameStyle, level: int, scene: Scene) -> Node:
    gap = " " if name.static and name.romanesque else ""
    family = _family(name.family, style.family, scene)
    if level == 0:
        return family
    return together([family, gap, _given(name.given, style, scene)]) if name.given else family


def _straight(name: Name, given: str, style: NameStyle, scene: Scene) -> Node:
    first = _given(stuck_all(given, name.dropping), style, scene)
    family = _family(name.last, style.family, scene)
    gap = "" if not first or name.dropping[-1:] in ("'", "’") and name.dropping else " "
    suffix = (", " if name.comma_suffix else " ") + name.suffix if name.suffix else ""
    return together([first, gap, family, suffix])


def _inverted(name: Name, given: str, style: NameStyle, scene: Scene) -> Node:
    demoted = style.demote == "display-and-sort"
    particles = stuck_all(name.dropping, name.non_dropping) if demoted else name.dropping
    first = _given(stuck_all(given, particles), style, scene)
    family = _family(name.family if demoted else name.last, style.family, scene)
    separator = style.sort_separator
    pieces = [family, separator if first else "", first]
    if name.suffix:
        pieces += [separator if separator.strip() else ", ", name.suffix]
    return together(pieces)


def stuck_all(first: str, second: str) -> str:
    """Two words with a space between, or the one there is."""
    return f"{first} {second}" if first and second else first or second
