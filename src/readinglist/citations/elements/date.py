"""cs:date: a date in the locale's form or the style's own, single or as a range."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from readinglist.citations.compiler import Compiler, Render
from readinglist.citations.dates import Date, Day
from readinglist.citations.dress import Dress
from readinglist.citations.locale import Locale
from readinglist.citations.markup import read_affix, read_markup
from readinglist.citations.numbers import ordinal
from readinglist.citations.richtext import Node, Span, affixed, joined, together
from readinglist.citations.scene import Scene
from readinglist.citations.xmltree import Element


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a date: which, how it is spelled, what it wears, and the dash it brings to a range."""

    name: str
    spell: Callable[[Day], str]
    dress: Dress
    dash: str

    def render(self, day: Day, scene: Scene, before: bool = True, after: bool = True) -> Node:
        """The part of that day, without the affix on a side where a range's dash comes."""
        text = self.spell(day)
        return self._dressed(text, scene, before, after) if text else ""

    def literal(self, text: str, scene: Scene) -> Node:
        """Text that is no date, where the year would stand."""
        return self._dressed(text, scene, True, True) if self.name == "year" else ""

    def _dressed(self, text: str, scene: Scene, before: bool, after: bool) -> Node:
        dress = self.dress
        bare = Dress("", "", dress.marks, dress.case, dress.quotes, dress.strip_periods)
        node = bare.wear(read_markup(text), scene)
        if self.name == "year":
            node = together([node, _year_suffix(scene)])
        return affixed(dress.prefix if before else "", node, dress.suffix if after else "")


def _year_suffix(scene: Scene) -> Node:
    """The suffix that tells works of one year apart, after the first year shown where the style has no place for it."""
    if scene.suffix_shown or scene.sorting is not None or not scene.show_year_suffix:
        return ""
    suffix = scene.expansion.year_suffix
    scene.suffix_shown = bool(suffix)
    return Span((suffix,), ("year-suffix", "")) if suffix else ""


def build(element: Element, compiler: Compiler) -> Render:
    """The function for a date."""
    variable = element.get("variable")
    localized = compiler.locale.dates.get(element.get("form")) if element.get("form") else None
    parts = _localized_parts(element, localized, compiler) if localized else _own_parts(element, compiler)
    delimiter = read_affix(element.get("delimiter") or (localized.get("delimiter") if localized else ""))
    dress = Dress.of(element)
    implicit = not compiler.explicit_suffix

    def render(scene: Scene) -> Node:
        date = scene.date(variable)
        if date is None or (variable == "accessed" and scene.compared):
            return ""
        if scene.sorting is not None:
            scene.filled = True
            return sort_form(date, [part.name for part in parts])
        held, scene.suffix_shown = scene.suffix_shown, scene.suffix_shown or not implicit
        node = dress.wear(_shown(date, parts, delimiter, scene), scene)
        scene.suffix_shown = scene.suffix_shown if implicit else held
        if node:
            scene.filled = scene.spoken = True
        return node

    return render


def sort_form(date: Date, names: Sequence[str]) -> str:
    """A date as a text that sorts like the date, with only the parts that are shown."""
    if date.literal:
        return date.literal
    return " ".join(_sortable(day, names) for day in (date.start, date.end) if day is not None)


def _sortable(day: Day, names: Sequence[str]) -> str:
    year = day.year + 20_000 if "year" in names else 0
    month = day.month if "month" in names or "season" in names else 0
    return f"{year:05}{month:02}{day.day if 'day' in names else 0:02}"


def _shown(date: Date, parts: Sequence[Part], delimiter: Node, scene: Scene) -> Node:
    if date.literal:
        return together([part.literal(date.literal, scene) for part in parts])
    if date.end is None:
        return joined([part.render(date.start, scene) for part in parts], delimiter)
    if date.open_ended:
        shown = [part.render(date.start, scene) for part in parts]
        dash = next((part.dash for part in parts if part.name == "year"), "–")
        return together([joined(shown, delimiter), dash])
    return _range(date.start, date.end, parts, delimiter, scene)


def _range(start: Day, end: Day, parts: Sequence[Part], delimiter: Node, scene: Scene) -> Node:
    """Both days, with the parts they share said once."""
    ranks = [_RANKS[part.name] for part in parts]
    differing = _differing_rank(start, end, parts)
    inside = [
        at for at, rank in enumerate(ranks) if rank >= differing and (parts[at].spell(start) or parts[at].spell(end))
    ]
    if not inside or differing > 2:
        return joined([part.render(start, scene) for part in parts], delimiter)
    low, high = inside[0], inside[-1]
    middle = parts[low : high + 1]
    dash = next(part.dash for part in middle if _RANKS[part.name] == differing)
    first = joined([p.render(start, scene, after=p is not middle[-1]) for p in middle], delimiter)
    last = joined([p.render(end, scene, before=p is not middle[0]) for p in middle], delimiter)
    head = [part.render(start, scene) for part in parts[:low]]
    tail = [part.render(end, scene) for part in parts[high + 1 :]]
    lead = middle[0].dress.prefix if not first else ""
    return joined([*head, together([lead, first, dash, last]), *tail], delimiter)


_RANKS = {"year": 0, "month": 1, "season": 1, "day": 2}


def _differing_rank(start: Day, end: Day, parts: Sequence[Part]) -> int:
    names = {part.name for part in parts}
    if "year" in names and start.year != end.year:
        return 0
    if "month" in names and start.month != end.month:
        return 1
    return 2 if "day" in names and start.day != end.day else 3


def _own_parts(element: Element, compiler: Compiler) -> list[Part]:
    return [_part(child, dict(child.attributes), compiler) for child in element.all("date-part")]


def _localized_parts(element: Element, localized: Element, compiler: Compiler) -> list[Part]:
    wanted = element.get("date-parts", "year-month-day").split("-")
    own = {child.get("name"): child.attributes for child in element.all("date-part")}
    parts = []
    for child in localized.all("date-part"):
        if child.get("name") in wanted:
            changes = {k: v for k, v in own.get(child.get("name"), {}).items() if k not in ("prefix", "suffix")}
            parts.append(_part(child, {**child.attributes, **changes}, compiler))
    return parts


def _part(element: Element, attributes: dict[str, str], compiler: Compiler) -> Part:
    name = attributes.get("name", "")
    make = _SPELLINGS.get(name)
    if make is None:
        raise compiler.error(element, f"unknown date part {name!r}", "use day, month or year")
    dress = Dress.of(Element("date-part", attributes, element.line))
    default = "–"
    return Part(
        name, make(attributes.get("form", ""), compiler.locale), dress, attributes.get("range-delimiter", default)
    )


def _day(form: str, locale: Locale) -> Callable[[Day], str]:
    first_only = locale.options.get("limit-day-ordinals-to-day-1") == "true"

    def spell(day: Day) -> str:
        if not day.day:
            return ""
        if form == "numeric-leading-zeros":
            return f"{day.day:02}"
        if form == "ordinal" and (day.day == 1 or not first_only):
            gender = locale.gender(f"month-{day.month:02}") if day.month else ""
            return ordinal(str(day.day), locale, gender)
        return str(day.day)

    return spell


def _month(form: str, locale: Locale) -> Callable[[Day], str]:
    def spell(day: Day) -> str:
        if not day.month:
            return day.season_text
        if day.month > 12:
            return locale.term(f"season-{day.season:02}") or ""
        if form == "numeric":
            return str(day.month)
        if form == "numeric-leading-zeros":
            return f"{day.month:02}"
        return locale.term(f"month-{day.month:02}", form or "long") or ""

    return spell


def _year(form: str, locale: Locale) -> Callable[[Day], str]:
    before, after = locale.term("bc") or "BC", locale.term("ad") or "AD"

    def spell(day: Day) -> str:
        if form == "short" and day.year > 999:
            return f"{day.year % 100:02}"
        if day.year < 0:
            return f"{-day.year}{before}"
        if 0 < day.year < 1000:
            return f"{day.year}{after}"
        return str(day.year) if day.year else ""

    return spell


_SPELLINGS = {"day": _day, "month": _month, "season": _month, "year": _year}
