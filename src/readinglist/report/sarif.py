"""Findings as SARIF, which GitHub code scanning and editors read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from json import dumps
from pathlib import PurePath
from urllib.parse import quote

from readinglist import __version__
from readinglist.links.reasons import Reason, all_reasons
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Position
from readinglist.model.visible import visible
from readinglist.report import reporter
from readinglist.report._facts import Facts, facts, mark
from readinglist.rules import Rule, all_rules

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


@reporter
def sarif(findings: Sequence[Finding], catalog: Catalog, _color: bool) -> Iterable[str]:
    """A SARIF 2.1.0 log for code scanning: the findings, and the manual's page of each rule that was met.

    A finding keeps its fingerprint when lines above it come or go, so it is not announced as new.
    """
    told = facts(findings, catalog)
    names = sorted({fact.rule for fact in told})
    prints = _fingerprints(told, catalog)
    results = [_result(fact, names.index(fact.rule), own) for fact, own in zip(told, prints, strict=True)]
    run = {"tool": {"driver": _driver(names)}, "columnKind": "unicodeCodePoints", "results": results}
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2).split("\n")


def _driver(names: Sequence[str]) -> dict[str, object]:
    pages: dict[str, Rule | Reason] = {**all_rules(), **all_reasons()}
    rules = [_rule(pages[name]) if name in pages else _check_without_page(name) for name in names]
    return {"name": "readinglist", "version": __version__, "rules": rules}


def _rule(rule: Rule | Reason) -> dict[str, object]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.promise},
        "fullDescription": {"text": " ".join(rule.page.partition("\nFlagged:")[0].split())},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"tags": [rule.subject]},
    }


def _check_without_page(name: str) -> dict[str, object]:
    return {"id": name, "shortDescription": {"text": name}}


def _result(fact: Facts, index: int, fingerprint: str) -> dict[str, object]:
    return {
        "ruleId": fact.rule,
        "ruleIndex": index,
        "level": _LEVEL[fact.severity],
        "message": {"text": _plain(fact.message)},
        "locations": [_location(fact)],
        "partialFingerprints": {"readinglist/v1": fingerprint},
    }


def _plain(message: str) -> str:
    return visible(message).replace("](", "\\](")  # else a reader of SARIF would see a link


def _location(fact: Facts) -> dict[str, object]:
    physical = {"artifactLocation": {"uri": _uri(fact.position.file)}, "region": _region(fact.position)}
    if fact.id is None:
        return {"physicalLocation": physical}
    entry = {"name": fact.id, "fullyQualifiedName": "/".join(filter(None, (fact.id, fact.field))), "kind": "object"}
    return {"physicalLocation": physical, "logicalLocations": [entry]}


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")


def _region(at: Position) -> dict[str, int]:
    return {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}


def _fingerprints(told: Sequence[Facts], catalog: Catalog) -> list[str]:
    """Return a fingerprint for each finding, made of all but its line, and of its number among its equals."""
    seen: Counter[tuple[str, ...]] = Counter()
    prints = []
    for fact in told:
        own = mark(fact, catalog)
        seen[own] += 1
        prints.append(hashlib.sha256("\0".join((*own, str(seen[own]))).encode("utf-8", "replace")).hexdigest()[:32])
    return prints
