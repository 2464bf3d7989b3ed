"""Run the rules over a catalog: every finding once, in reading order, none that was asked away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from readinglist.errors import UnknownName
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.model.place import Place
from readinglist.rules import Rule, all_rules


def lint(catalog: Catalog, select: Collection[str] = (), ignore: Collection[str] = ()) -> list[Finding]:
    """Return what is wrong with a catalog, in reading order.

    `select` names the rules to run (all, if none is named), `ignore` those to leave out. What kept the
    catalog from being read is reported whatever is selected: nothing else could be trusted without it.
    """
    rules = all_rules()
    for name in (*select, *ignore):
        if name not in rules:
            raise UnknownName("rule", name, rules)
    reported = {problem.rule for problem in catalog.problems}
    chosen = [each for each in rules.values() if each.name in reported or _chosen(each, select, ignore)]
    findings = _without_echoes(catalog, (found for each in chosen for found in _run(each, catalog)))
    return in_reading_order(catalog, findings)


def in_reading_order(catalog: Catalog, findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by file, in the order of the files, then by line."""
    order = {file: number for number, file in enumerate(catalog.written)}
    keyed = [(catalog.position(found.place), found) for found in findings]
    keyed.sort(key=lambda pair: (order.get(pair[0].file, -1), pair[0], pair[1].rule))
    return [found for _, found in keyed]


def _chosen(each: Rule, select: Collection[str], ignore: Collection[str]) -> bool:
    return (not select or each.name in select) and each.name not in ignore


def _run(each: Rule, catalog: Catalog) -> Iterator[Finding]:
    for found in each.check(catalog):
        if not _suppressed(catalog, found, each.name):
            yield replace(found, rule=each.name, severity=each.severity)


def _suppressed(catalog: Catalog, found: Finding, name: str) -> bool:
    if found in catalog.problems:
        return False
    entry = catalog.entry_at(found.place)
    return bool(entry and entry.check and name in entry.check.ignore)


def _without_echoes(catalog: Catalog, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what a rule says of a value that could not even be read."""
    unreadable = {problem.place for problem in catalog.problems if problem.place.path}
    names = {problem.rule for problem in catalog.problems}
    for found in findings:
        if found.rule in names or not any(_within(found.place, place) for place in unreadable):
            yield found


def _within(place: Place, other: Place) -> bool:
    """Return whether `other` lies at or inside the field that `place` points at."""
    return place.file == other.file and len(place.path) > 2 and other.path[: len(place.path)] == place.path
