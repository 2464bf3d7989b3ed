"""The format `ris`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.importers import Fields, Imported, imported, importer
from readinglist.importers import _found as said
from readinglist.importers._found import finding
from readinglist.importers._ris import record_fields
from readinglist.importers._tagged import Record, tagged_lines
from readinglist.model.finding import Finding

_LINE = re.compile(r"[\s\ufeff]*([A-Z][A-Z0-9]) {0,2}- ?(.*)", re.DOTALL)


@importer(".ris")
def ris(text: str) -> Imported:
    """Read RIS, of the specification of 2011 and of what programs wrote before and since.

    A record begins with `TY` and ends with `ER`; a missing `ER` is a finding, and the next `TY` begins the
    next record. Tags that a catalog has no place for stay under `custom: {ris: …}`.
    """
    findings: list[Finding] = []
    entries: list[tuple[Fields, int]] = []
    for record in _records(text, findings):
        fields, told = record_fields(record)
        findings += [finding(rule, record.offset, message) for rule, message in told]
        entries.append((fields, record.offset))
    return imported(entries, findings)


def _records(text: str, findings: list[Finding]) -> Iterator[Record]:
    record: Record | None = None
    for tag, value, at in tagged_lines(text, _LINE):
        if tag == "TY":
            if record and any(line[0] != "TY" for line in record.lines):
                findings.append(finding(said.SYNTAX_RECOVERED, at, "the record before this one has no end (ER)"))
                yield record
            elif record:
                findings.append(finding(said.SYNTAX_RECOVERED, at, "a record with two types; the last one counts"))
            record = Record(at, [(tag, value, at)])
        elif record is None:
            if tag not in ("", "ER") or value:
                findings.append(finding(said.ENTRY_DROPPED, at, f"this stands outside of any record: {value[:60]}"))
        elif tag == "ER":
            yield record
            record = None
        else:
            record.lines.append((tag, value, at))
    if record:
        findings.append(
            finding(said.SYNTAX_RECOVERED, record.offset, "this record has no end (ER); the file is cut off")
        )
        yield record
