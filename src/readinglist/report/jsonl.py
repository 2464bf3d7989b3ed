"""Findings as JSON, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from json import dumps

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.report import reporter
from readinglist.report._facts import as_object, facts


@reporter
def jsonl(findings: Sequence[Finding], catalog: Catalog, _color: bool) -> Iterator[str]:
    """A JSON object a line for each finding, the same as in `json`; no lines where there are no findings."""
    for fact in facts(findings, catalog):
        yield dumps(as_object(fact))
