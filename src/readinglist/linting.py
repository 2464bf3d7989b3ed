"""Run the rules over a catalog: every finding once, in reading order, none that was asked away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from readinglist.catalog_file.parse import no_garbage_collection
from readinglist.errors import UnknownName
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Path, Place
from readinglist.model.spelling import canonical_name
from readinglist.rules import Rule, all_rules


def lint(
    catalog: Catalog,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    house: Mapping[str, Rule] = MappingProxyType({}),
) -> list[Finding]:
    """Return what is wrong with a catalog, in reading order.

    `select` names the rules to run (all, if none is named), `ignore` those to leave out; `house` are rules
    of the list's own. What kept the catalog from being read is reported whatever is selected: nothing else
    could be trusted without it. What stands in a file that is no catalog has no fix.
    """
    rules = {**all_rules(), **house}
    chosen = chosen_rules(select, ignore, rules)
    needed = chosen | {problem.rule for problem in catalog.problems}
    echoes = _Echoes(catalog)
    findings = [problem for problem in catalog.problems if problem.rule not in rules]
    with no_garbage_collection():
        for each in (rules[name] for name in rules if name in needed):
            for found in each.check(catalog):
                silenced = _suppressed(catalog, found, each.name) or found in echoes
                if echoes.must_be_told(found) or (each.name in chosen and not silenced):
                    findings.append(_told(catalog, found, each))
    return catalog.in_reading_order(findings)


def chosen_rules(select: Collection[str], ignore: Collection[str], rules: Collection[str]) -> set[str]:
    """Return the names of the rules to run; raise `UnknownName` where one of those named is no rule's."""
    refuse_unknown((*select, *ignore), rules)
    return {name for name in rules if (not select or name in select) and name not in ignore}


def _told(catalog: Catalog, found: Finding, rule: Rule) -> Finding:
    written = catalog.written.get(found.place.file)
    fix = None if written and written.foreign else found.fix
    return replace(found, rule=rule.name, severity=rule.severity, fix=fix)


def refuse_unknown(names: Iterable[str], rules: Collection[str]) -> None:
    """Raise `UnknownName` where one of the names is no rule's."""
    for name in names:
        if name not in rules:
            raise UnknownName("rule", name, rules, "`readinglist explain` lists them")


def _suppressed(catalog: Catalog, found: Finding, name: str) -> bool:
    entry = catalog.entry_at(found.place)
    return bool(entry and entry.check and name in entry.check.ignore)


class _Echoes:
    """What could not be read: told once by the reader, and not again by a rule that misses it."""

    def __init__(self, catalog: Catalog) -> None:
        self.told = {(each.place, each.message): each.severity for each in catalog.problems}
        self.unreadable = set(_unreadable(catalog.problems))

    def must_be_told(self, found: Finding) -> bool:
        """Return whether this kept something from being read, so that nothing could be trusted without it."""
        return self.told.get((found.place, found.message)) is Severity.ERROR

    def __contains__(self, found: Finding) -> bool:
        return (found.place, found.message) not in self.told and _canonical(found.place) in self.unreadable


def _unreadable(problems: Iterable[Finding]) -> Iterator[tuple[str, Path]]:
    """Yield each field, and each part of one, of which a rule could only echo that it cannot be read."""
    for problem in problems:
        file, path = _canonical(problem.place)
        yield from ((file, path[:depth]) for depth in range(3, len(path) + 1))


def _canonical(place: Place) -> tuple[str, Path]:
    path = place.path
    if len(path) > 2 and path[0] == "references":
        path = (*path[:2], canonical_name(str(path[2])), *path[3:])
    return place.file, path
