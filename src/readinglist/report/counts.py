"""Findings counted by rule, for a list that has hundreds of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.report import reporter
from readinglist.report._facts import WORST_FIRST, summary


@reporter
def counts(findings: Sequence[Finding], catalog: Catalog, _color: bool) -> Iterator[str]:
    """A line for each rule: how often it was broken, and how much of that can be fixed; the gravest first.

    `lint --format counts` is where to begin with a list that nobody has looked at before: `--select RULE` shows one
    kind of finding, `--fix --select RULE` mends it.
    """
    kinds: dict[tuple[Severity, str], list[Finding]] = {}
    for each in findings:
        kinds.setdefault((each.severity, each.rule), []).append(each)
    for severity, rule in sorted(kinds, key=lambda kind: (WORST_FIRST.index(kind[0]), -len(kinds[kind]), kind[1])):
        same = kinds[severity, rule]
        yield f"{len(same):>6}  {severity.value:<7}  {rule}{_fixes(same)}"
    yield summary(findings, catalog)


def _fixes(findings: Sequence[Finding]) -> str:
    safe = Counter(each.fix.safe for each in findings if each.fix)
    ways = [f"{safe[True]} with --fix"] * bool(safe[True]) + [f"{safe[False]} with --unsafe-fixes"] * bool(safe[False])
    return f"  can be fixed: {', '.join(ways)}" if ways else ""
