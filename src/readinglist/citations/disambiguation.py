"""Telling apart cites that look alike: by names, given names, the style's own way, and a letter after the year.

Cites are put under the text they render to; only those that share a text are looked at again, all of them together
and one step at a time, so that the work grows with the list and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from readinglist.citations.namestyle import NameIndex
from readinglist.citations.numbers import letters
from readinglist.citations.scene import PLAIN, Expansion, Trace

Shown = Callable[[str, Expansion, Trace | None], str]
"""What a cite of the item with that id renders to under an expansion."""


@dataclass(slots=True)
class Disambiguation:
    """The options of one style and the expansions found so far."""

    options: Mapping[str, str]
    shown: Shown
    expansions: dict[str, Expansion] = field(default_factory=dict)
    traces: dict[str, Trace] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)

    @property
    def adds_names(self) -> bool:
        """Whether more names may be shown."""
        return self.options.get("disambiguate-add-names") == "true"

    @property
    def adds_givens(self) -> bool:
        """Whether given names may be expanded cite by cite."""
        by_cite = self.options.get("givenname-disambiguation-rule", "by-cite") == "by-cite"
        return by_cite and self.options.get("disambiguate-add-givenname") == "true"

    @property
    def adds_suffixes(self) -> bool:
        """Whether a letter may follow the year."""
        return self.options.get("disambiguate-add-year-suffix") == "true"

    def run(self, ids: Sequence[str]) -> list[list[str]]:
        """Find the expansions; what they cannot tell apart comes back in groups."""
        left: list[list[str]] = []
        for group in self._groups(ids, PLAIN, first=True):
            for rest in self._by_names(group):
                left += self._by_condition(rest)
        return left

    def _groups(self, ids: Sequence[str], expansion: Expansion, first: bool = False) -> list[list[str]]:
        """The ids that render alike, in groups of at least two."""
        return [group for group in self._parted(ids, expansion, first) if len(group) > 1]

    def _parted(self, ids: Sequence[str], expansion: Expansion, first: bool = False) -> list[list[str]]:
        alike: dict[str, list[str]] = defaultdict(list)
        for one in ids:
            alike[self._first_shown(one) if first else self.shown(one, expansion, None)].append(one)
        return list(alike.values())

    def _first_shown(self, one: str) -> str:
        """What the bare cite shows, and the trace of it."""
        if one in self.known:
            return self.known[one]
        self.traces[one] = Trace()
        return self.shown(one, PLAIN, self.traces[one])

    def _by_names(self, group: list[str]) -> list[list[str]]:
        people = self.traces[group[0]].people
        alike = all(self.traces[one].people == people for one in group)
        if alike or not (self.adds_names or self.adds_givens):
            return [group]
        return self._stepped(group, _Growth.of([self.traces[one] for one in group]), list(self._steps(group)))

    def _steps(self, group: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """What to try in turn, as (name list, name, level of its given name)."""
        lists = [self.traces[one].namesets for one in group]
        for nameset in range(max(map(len, lists), default=0)):
            sizes = [known[nameset] for known in lists if nameset < len(known)]
            most, levels = max(size[0] for size in sizes), sizes[0][2]
            shown = max(size[1] for size in sizes)
            for name in range(most if self.adds_names else shown):
                if name >= shown:
                    yield nameset, name, 0
                if self.adds_givens:
                    yield from ((nameset, name, level) for level in levels)

    def _stepped(self, group: list[str], grown: _Growth, steps: Sequence[tuple[int, int, int]]) -> list[list[str]]:
        """Try the steps until they tell the group apart; what a step does not help with, it does not keep."""
        kept = grown
        for at, (nameset, name, level) in enumerate(steps):
            grown = grown.more(nameset, name, level)
            parts = self._parted(group, grown.expansion)
            if len(parts) == 1:
                continue
            better = kept.more(nameset, name, level).with_names(grown)
            return self._settled(parts, better, steps[at + 1 :])
        if kept.changed:
            self._keep(group, kept.expansion)
        return [group]

    def _settled(
        self, parts: list[list[str]], better: _Growth, steps: Sequence[tuple[int, int, int]]
    ) -> list[list[str]]:
        left: list[list[str]] = []
        for part in parts:
            if len(part) == 1:
                self._keep(part, better.expansion)
            else:
                left += self._stepped(part, better.as_kept(), steps)
        return left

    def _keep(self, ids: Sequence[str], expansion: Expansion) -> None:
        for one in ids:
            self.expansions[one] = expansion

    def _by_condition(self, group: list[str]) -> list[list[str]]:
        most = max(self.traces[one].conditions for one in group)
        return self._with_conditions(group, 1, most)

    def _with_conditions(self, group: list[str], count: int, most: int) -> list[list[str]]:
        if count > most:
            return [group]
        alike: dict[str, list[str]] = defaultdict(list)
        helped = {one: replace(self.expansions.get(one, PLAIN), conditions=count) for one in group}
        for one in group:
            alike[self.shown(one, helped[one], None)].append(one)
        if len(alike) > 1:
            self.expansions.update(helped)
        left: list[list[str]] = []
        for part in alike.values():
            left += self._with_conditions(part, count + 1, most) if len(part) > 1 else []
        return left

    def add_suffixes(self, groups: Sequence[Sequence[str]], place: Mapping[str, int]) -> None:
        """Letters for what is left, in the order of the bibliography."""
        for group in groups:
            for number, one in enumerate(sorted(group, key=lambda one: place[one]), start=1):
                self.expansions[one] = replace(self.expansions.get(one, PLAIN), year_suffix=letters(number))


@dataclass(frozen=True, slots=True)
class _Growth:
    """An expansion being grown: names shown and given-name levels, list by list."""

    names: tuple[int, ...]
    givens: tuple[tuple[int, ...], ...]
    changed: bool = False

    @classmethod
    def of(cls, traces: Sequence[Trace]) -> _Growth:
        count = max((len(trace.namesets) for trace in traces), default=0)
        sizes = [max(t.namesets[at][0] for t in traces if at < len(t.namesets)) for at in range(count)]
        return cls((0,) * count, tuple((0,) * size for size in sizes))

    @property
    def expansion(self) -> Expansion:
        return Expansion(self.names, self.givens)

    def more(self, nameset: int, name: int, level: int) -> _Growth:
        names, givens = list(self.names), [list(row) for row in self.givens]
        names[nameset] = max(names[nameset], name + 1) if level == 0 else names[nameset]
        givens[nameset][name] = max(givens[nameset][name], level)
        return _Growth(tuple(names), tuple(map(tuple, givens)), self.changed)

    def with_names(self, other: _Growth) -> _Growth:
        return _Growth(tuple(map(max, self.names, other.names)), self.givens, self.changed)

    def as_kept(self) -> _Growth:
        return _Growth(self.names, self.givens, True)


def goes_by_index(options: Mapping[str, str]) -> bool:
    """Whether the style expands a given name wherever its family name is shared, not cite by cite."""
    rule = options.get("givenname-disambiguation-rule", "by-cite")
    return options.get("disambiguate-add-givenname") == "true" and rule != "by-cite"


def name_index(options: Mapping[str, str], traces: Sequence[Trace]) -> NameIndex:
    """The index of all names cited."""
    rule = options.get("givenname-disambiguation-rule", "by-cite")
    index = NameIndex(rule)
    for trace in traces:
        for name, initials in trace.people[: 1 if rule.startswith("primary-name") else None]:
            if not name.literal:
                index.add(name, initials)
    return index
