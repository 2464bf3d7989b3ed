"""Findings for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.visible import visible
from readinglist.report import reporter
from readinglist.report._facts import Facts, facts, summary

_BOLD, _RED, _YELLOW, _CYAN = "1", "1;31", "1;33", "36"
_COLOR = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.INFO: _CYAN}


@reporter
def text(findings: Sequence[Finding], catalog: Catalog, color: bool) -> Iterator[str]:
    """A line for each finding, which editors and terminals make a link of, and a last line that counts.

        catalog.yaml:12:11: error[date-format]: '2023/7' is not a date; write 2023-07
        1 error in 1 file; can be fixed: 1 with --fix

    The column counts characters from 1. Nothing that a catalog holds can steer the terminal: a control
    character or a mark that reverses the direction of reading is shown as an escape.
    """
    for fact in facts(findings, catalog):
        yield _line(fact, color)
    yield summary(findings, catalog)


def _line(fact: Facts, color: bool) -> str:
    severity = f"{fact.severity.value}[{visible(fact.rule)}]"
    if color:
        severity = _painted(severity, _COLOR[fact.severity])
    where = _where(fact)
    return f"{_painted(where, _BOLD) if color else where}: {severity}: {visible(fact.message)}"


def _where(fact: Facts) -> str:
    where = visible(str(fact.position))
    return f"./{where}" if where.lstrip().startswith("::") else where  # else the file's name would be a command in CI


def _painted(words: str, code: str) -> str:
    return f"\x1b[{code}m{words}\x1b[0m"
