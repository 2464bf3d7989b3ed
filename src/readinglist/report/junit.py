"""Findings as JUnit XML, which most continuous integration services show as tests."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.visible import visible
from readinglist.report import reporter
from readinglist.report._facts import Facts, facts


@reporter
def junit(findings: Sequence[Finding], catalog: Catalog, _color: bool) -> Iterable[str]:
    """JUnit XML: a suite for each file, a test case for each finding, one that passes for a file without any.

    An error is a failure. A warning or a hint counts as skipped, so that services show it without calling
    the run broken.
    """
    told = _by_file(facts(findings, catalog), catalog)
    root = Element("testsuites", {"name": "readinglist", **_totals(told.values())})
    for file, suite in told.items():
        root.append(_suite(file, suite))
    indent(root)
    return ['<?xml version="1.0" encoding="UTF-8"?>', *tostring(root, encoding="unicode").split("\n")]


def _by_file(told: Sequence[Facts], catalog: Catalog) -> dict[str, list[Facts]]:
    by_file: dict[str, list[Facts]] = {file: [] for file in catalog.written}
    for file, suite in groupby(told, lambda fact: fact.position.file):
        by_file.setdefault(file, []).extend(suite)
    return by_file


def _totals(suites: Collection[Sequence[Facts]]) -> dict[str, str]:
    severities = [fact.severity for suite in suites for fact in suite]
    failures = severities.count(Severity.ERROR)
    passed = sum(not suite for suite in suites)
    return {
        "tests": str(len(severities) + passed),
        "failures": str(failures),
        "errors": "0",
        "skipped": str(len(severities) - failures),
    }


def _suite(file: str, suite: Sequence[Facts]) -> Element:
    element = Element("testsuite", {"name": visible(file), **_totals([suite])})
    for fact in suite:
        element.append(_case(fact))
    if not suite:
        SubElement(element, "testcase", classname=visible(file), name="no findings")
    return element


def _case(fact: Facts) -> Element:
    file = visible(fact.position.file)
    name = visible(f"{fact.rule}: {fact.subject}")
    case = Element("testcase", classname=file, name=name, file=file, line=str(fact.position.line))
    kind = "failure" if fact.severity is Severity.ERROR else "skipped"
    outcome = SubElement(case, kind, type=fact.severity.value, message=visible(fact.message))
    outcome.text = visible(f"{fact.position}: {fact.message}")
    return case
