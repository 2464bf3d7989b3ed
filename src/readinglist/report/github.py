"""Findings as annotations of a pull request on GitHub."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.visible import visible
from readinglist.report import reporter
from readinglist.report._facts import Facts, facts, summary

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


@reporter
def github(findings: Sequence[Finding], catalog: Catalog, _color: bool) -> Iterator[str]:
    """Workflow commands, which GitHub Actions turns into annotations beside the changed lines.

        ::error file=catalog.yaml,line=12,col=11,endLine=12,endColumn=17,title=date-format::'2023/7' is not a date

    Nothing that a catalog holds begins a line, so no title can be a command of its own.
    """
    for fact in facts(findings, catalog):
        yield f"::{_COMMAND[fact.severity]} {_properties(fact)}::{_message(fact.message)}"
    yield summary(findings, catalog)


def _properties(fact: Facts) -> str:
    return ",".join(f"{name}={_property(str(value))}" for name, value in _where(fact).items())


def _where(fact: Facts) -> dict[str, object]:
    at = fact.position
    lines = {"file": at.file, "line": at.line, "endLine": at.end_line}
    if at.line == at.end_line:  # GitHub drops an annotation's columns where it spans lines
        lines = {"file": at.file, "line": at.line, "col": at.column, "endLine": at.line, "endColumn": at.end_column}
    return {**lines, "title": fact.rule}


def _message(words: str) -> str:
    return visible(words.translate(_IN_MESSAGE))


def _property(words: str) -> str:
    return visible(words.translate(_IN_PROPERTY))
