"""One name set in order: particles, suffixes, initials, family names first, scripts without spaces."""

from __future__ import annotations

import re

from readinglist.citations.dress import Dress
from readinglist.citations.initials import initialized, normalized
from readinglist.citations.markup import read_markup
from readinglist.citations.namestyle import NameStyle
from readinglist.citations.people import Name, stuck
from readinglist.citations.richtext import Node, joined, plain, together
from readinglist.citations.scene import Scene


def name_node(name: Name, style: NameStyle, inverted: bool, level: int, scene: Scene) -> Node:
    """The name as the style shows it; the level is how much of the given name must show."""
    if name.literal:
        return style.family.wear(read_markup(name.literal), scene)
    if not name.romanesque or name.static:
        return _eastern(name, style, level, scene)
    given = shown_given(name, style, level)
    if level == 0:
        return _last(name, style.family, scene) if name.family else _family(given, style.family, scene)
    if not name.family:
        return _given(name.given, style, scene)
    if inverted:
        return _inverted(name, given, style, scene)
    return _straight(name, given, style, scene)


def sort_name(name: Name, style: NameStyle, level: int) -> str:
    """The name as it sorts: by family name, with its particle before or after as the style demotes it."""
    if name.literal:
        return name.literal
    particle = _PARTICLE_MARKS.sub(" ", name.non_dropping).strip()
    family = name.family if style.demote != "never" else f"{particle} {name.family}".strip()
    given = shown_given(name, style, level) if level else ""
    after = particle if style.demote != "never" else ""
    return " ".join(part for part in (family, after, given, name.dropping, name.suffix) if part)


_PARTICLE_MARKS = re.compile("['’‘ʼ]")


def shown_given(name: Name, style: NameStyle, level: int) -> str:
    """The given name as long as the level asks for."""
    if style.initialize_with is None:
        return name.given
    if not style.initialize:
        return normalized(name.given, style.initialize_with)
    return initialized(name.given, style.initialize_with, style.hyphens) if level < 2 else name.given


def _family(text: str, dress: Dress, scene: Scene) -> Node:
    return dress.wear(read_markup(text), scene)


def _last(name: Name, dress: Dress, scene: Scene) -> Node:
    """Particle and family name, each dressed for itself unless affixes hold them together."""
    if not name.non_dropping or not dress.marks:
        return _family(name.last, dress, scene)
    gap = name.last[len(name.non_dropping.rstrip()) : len(name.last) - len(name.family)]
    return together([_family(name.non_dropping.rstrip(), dress, scene), gap, _family(name.family, dress, scene)])


def _given(text: str, style: NameStyle, scene: Scene) -> Node:
    return style.given.wear(read_markup(text), scene) if text else ""


def _first(given: str, particles: str, style: NameStyle, scene: Scene) -> Node:
    if not particles or not style.given.marks:
        return _given(stuck_all(given, particles), style, scene)
    return joined([_given(given, style, scene), _given(particles, style, scene)], " ")


def _eastern(name: Name, style: NameStyle, level: int, scene: Scene) -> Node:
    gap = " " if name.static and name.romanesque else ""
    family = _family(name.family, style.family, scene)
    if level == 0:
        return family
    return together([family, gap, _given(name.given, style, scene)]) if name.given else family


def _suffix(name: Name, style: NameStyle) -> str:
    """Styles whose initials take no full stop set "Jr" without one."""
    bare = style.initialize_with is not None and "." not in style.initialize_with
    return name.suffix.replace(".", "") if bare else name.suffix


def _straight(name: Name, given: str, style: NameStyle, scene: Scene) -> Node:
    if style.family.prefix or style.family.suffix:
        whole = stuck_all(stuck(name.dropping, name.last), name.suffix)
        return joined([_given(given, style, scene), _family(whole, style.family, scene)], " ")
    first = _first(given, name.dropping, style, scene)
    family = _last(name, style.family, scene)
    touching = name.dropping[-1:] in ("'", "’") or plain(style.given.suffix)[-1:].isspace()
    gap = "" if not first or touching else " "
    suffix = (", " if name.comma_suffix else " ") + _suffix(name, style) if name.suffix else ""
    return together([first, gap, family, suffix])


def _inverted(name: Name, given: str, style: NameStyle, scene: Scene) -> Node:
    demoted = style.demote == "display-and-sort"
    particles = stuck_all(name.dropping, name.non_dropping) if demoted else name.dropping
    first = _first(given, particles, style, scene)
    family = _family(name.family, style.family, scene) if demoted else _last(name, style.family, scene)
    separator = style.sort_separator
    pieces = [family, separator if first else "", first]
    if name.suffix:
        pieces += [separator, _suffix(name, style)]
    return together(pieces)


def stuck_all(first: str, second: str) -> str:
    """Two words with a space between, or the one there is."""
    return f"{first} {second}" if first and second else first or second
