"""Findings as one JSON document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from json import dumps

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.report import reporter
from readinglist.report._facts import as_object, counts, facts


@reporter
def json(findings: Sequence[Finding], catalog: Catalog, _color: bool) -> Iterable[str]:
    """One JSON document: `findings`, a list of objects, and `counts`, their number by severity.

    Each finding has `rule`, `severity`, `message`, `file`, `line`, `column`, `end_line`, `end_column`, `id`
    (of the entry, or null), `field` (`author.0.family`, or null) and `fix` (null, or whether it is `safe`
    and its `edits`). Lines and columns count from 1, columns in characters; the end lies behind the last.
    """
    document = {"findings": [as_object(fact) for fact in facts(findings, catalog)], "counts": counts(findings)}
    return dumps(document, indent=2).split("\n")
