"""How a style wants its names: the options of cs:name and cs:et-al with what they inherit, read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readinglist.citations.dress import BARE, Dress
from readinglist.citations.locale import Locale
from readinglist.citations.markup import read_markup
from readinglist.citations.people import Name
from readinglist.citations.richtext import Node
from readinglist.citations.xmltree import Element


@dataclass(frozen=True, slots=True)
class EtAl:
    """When a list of names is cut, and what stands for the rest."""

    minimum: int = 0
    first: int | None = None
    later_minimum: int = 0
    later_first: int | None = None
    last: bool = False
    term: str = ""
    dress: Dress = BARE

    def shown(self, count: int, later: bool) -> int:
        """How many of so many names are shown."""
        minimum = self.later_minimum if later else self.minimum
        first = self.later_first if later else self.first
        return min(first, count) if minimum and first is not None and count >= minimum else count


@dataclass(frozen=True, slots=True)
class NameStyle:
    """Everything about the look of a list of names except its label."""

    form: str
    conjunction: Node
    delimiter: str
    precedes_last: str
    precedes_et_al: str
    initialize: bool
    initialize_with: str | None
    hyphens: bool
    sort_order: str
    sort_separator: str
    demote: str
    et_al: EtAl
    dress: Dress
    family: Dress
    given: Dress
    list_delimiter: str

    @property
    def base_level(self) -> int:
        """How much of a given name shows without disambiguation: 0 nothing, 1 initials, 2 all."""
        if self.form == "short":
            return 0
        return 1 if self.initialize_with is not None and self.initialize else 2

    @property
    def further_levels(self) -> tuple[int, ...]:
        """How much more of a given name could show; without initials, all of it at once."""
        steps = (1, 2) if self.initialize_with is not None and self.initialize else (2,)
        return tuple(step for step in steps if step > self.base_level)


class NameIndex:
    """Who shares a family name with whom: tells how much of a given name is needed among all names cited."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        self.by_family: dict[str, dict[str, set[str]]] = {}

    def add(self, name: Name, initials: str) -> None:
        """Note one cited name."""
        same = self.by_family.setdefault(name.last, {}).setdefault(_letters(initials), set())
        same.add(_letters(name.given))

    def touches(self, people: Sequence[tuple[Name, str]]) -> bool:
        """Whether any of these names needs more than its family name."""
        return any(not name.literal and self.level(name, initials) for name, initials in people)

    def level(self, name: Name, initials: str) -> int:
        """0 where the family name suffices, 1 where initials do, 2 where the given name is needed."""
        others = self.by_family.get(name.last, {})
        alike = len(others.get(_letters(initials), ()))
        if alike > 1 and not self.rule.endswith("with-initials"):
            return 2
        return 1 if len(others) > 1 else 0


def _letters(text: str) -> str:
    """The name without what two writers may space or dot differently."""
    return text.replace(".", "").replace(" ", "")


def read_name_style(names: Element, inherited: Mapping[str, str], locale: Locale) -> NameStyle:
    """The style of one cs:names element, with what it takes over."""
    name = names.find("name") or Element("name", {}, names.line)
    options = {**inherited, **_renamed(names.attributes), **name.attributes}
    parts = {part.get("name"): Dress.of(part) for part in name.all("name-part")}
    return NameStyle(
        form=options.get("form", "long"),
        conjunction=_conjunction(options.get("and", ""), locale),
        delimiter=options.get("delimiter", ", "),
        precedes_last=options.get("delimiter-precedes-last", "contextual"),
        precedes_et_al=options.get("delimiter-precedes-et-al", "contextual"),
        initialize=options.get("initialize", "true") != "false",
        initialize_with=options.get("initialize-with"),
        hyphens=options.get("initialize-with-hyphen", "true") != "false",
        sort_order=options.get("name-as-sort-order", ""),
        sort_separator=options.get("sort-separator", ", "),
        demote=options.get("demote-non-dropping-particle", "display-and-sort"),
        et_al=_et_al(names, options, locale),
        dress=Dress.of(name),
        family=parts.get("family", BARE),
        given=parts.get("given", BARE),
        list_delimiter=names.get("delimiter") or inherited.get("names-delimiter", ""),
    )


_SAME_NAME = """
    and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first et-al-use-last
    et-al-subsequent-min et-al-subsequent-use-first initialize initialize-with name-as-sort-order sort-separator
    names-delimiter initialize-with-hyphen demote-non-dropping-particle
"""
_INHERITED = {name: name for name in _SAME_NAME.split()} | {"name-form": "form", "name-delimiter": "delimiter"}


def inheritable(attributes: Mapping[str, str]) -> dict[str, str]:
    """The options that cs:style, cs:citation and cs:bibliography hand down to names."""
    return {_INHERITED[key]: value for key, value in attributes.items() if key in _INHERITED}


def _renamed(attributes: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in inheritable(attributes).items() if key != "delimiter"}


def _conjunction(wanted: str, locale: Locale) -> Node:
    if wanted == "text":
        return read_markup(locale.term("and") or "and")
    return read_markup(locale.term("and", "symbol") or "&") if wanted == "symbol" else ""


def _et_al(names: Element, options: Mapping[str, str], locale: Locale) -> EtAl:
    element = names.find("et-al") or Element("et-al", {}, names.line)
    minimum = _count(options, "et-al-min")
    first = _count(options, "et-al-use-first") if "et-al-use-first" in options else None
    return EtAl(
        minimum,
        first,
        _count(options, "et-al-subsequent-min") or minimum,
        _count(options, "et-al-subsequent-use-first") if "et-al-subsequent-use-first" in options else first,
        options.get("et-al-use-last") == "true",
        locale.term(element.get("term", "et-al")) or "",
        Dress.of(element),
    )


def _count(options: Mapping[str, str], name: str) -> int:
    value = options.get(name, "0")
    return int(value) if value.isdecimal() else 0
