"""What every reporter tells: a finding flattened to facts, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Edit, Fix, Remove, RenameKey, SetValue
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Place, Position

WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_WORDS = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("info", "info")}


@dataclass(frozen=True, slots=True)
class Facts:
    """One finding with its lines and its entry looked up."""

    rule: str
    severity: Severity
    message: str
    position: Position
    id: str | None
    field: str | None
    fix: Fix | None

    @property
    def subject(self) -> str:
        """The field or entry that it is about: `knuth1984 author.0`; the file, where it is about no entry."""
        return " ".join(filter(None, (self.id, self.field))) or self.position.file


def facts(findings: Sequence[Finding], catalog: Catalog) -> list[Facts]:
    """Return the facts of each finding, in the same order."""
    return [_facts(found, catalog) for found in findings]


def as_object(fact: Facts) -> dict[str, object]:
    """Return the facts as a JSON object; the order of its keys never changes."""
    return {
        "rule": fact.rule,
        "severity": fact.severity.value,
        "message": fact.message,
        "file": fact.position.file,
        "line": fact.position.line,
        "column": fact.position.column,
        "end_line": fact.position.end_line,
        "end_column": fact.position.end_column,
        "id": fact.id,
        "field": fact.field,
        "fix": _fix(fact.fix) if fact.fix else None,
    }


def mark(fact: Facts, catalog: Catalog) -> tuple[str, str, str]:
    """Return what a finding is known again by when lines move: its rule and entry, or its line's text."""
    if fact.id is not None:
        return fact.rule, fact.id, fact.field or ""
    written = catalog.written.get(fact.position.file)
    return fact.rule, fact.position.file, written.line(fact.position.line).strip() if written else ""


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """Return how many findings of each severity there are, the worst first; 0 is said too."""
    found = Counter(each.severity for each in findings)
    return {severity.value: found[severity] for severity in WORST_FIRST}


def summary(findings: Sequence[Finding], catalog: Catalog) -> str:
    """Return one line that counts: `3 errors, 1 warning in 2 files; can be fixed: 2 with --fix`."""
    if not findings:
        texts = 0 if len(catalog) else len({*catalog.written} - {*catalog.headers})
        return f"no findings in {_many(texts, 'file', 'files') if texts else _many(len(catalog), 'entry', 'entries')}"
    told = ", ".join(_many(number, *_WORDS[name]) for name, number in counts(findings).items() if number)
    files = len({each.place.file for each in findings})
    return f"{told} in {_many(files, 'file', 'files')}{_fixable(findings)}"


def _facts(found: Finding, catalog: Catalog) -> Facts:
    return Facts(
        rule=found.rule,
        severity=found.severity,
        message=found.message,
        position=catalog.position(found.place),
        id=_id(found.place, catalog),
        field=found.place.field or None,
        fix=found.fix,
    )


def _id(place: Place, catalog: Catalog) -> str | None:
    """Return the id as it was written, which even an entry that could not be read may have."""
    if place.path[:1] != ("references",) or len(place.path) < 2:
        return None
    written = catalog.as_written(Place(place.file, (*place.path[:2], "id")))
    if isinstance(written, str):
        return written
    entry = catalog.entry_at(place)
    return entry.id if entry and place.file not in catalog.written else None  # else it is a name made up by reading


def _fixable(findings: Sequence[Finding]) -> str:
    fixes = Counter(each.fix.safe for each in findings if each.fix)
    ways = [(fixes[True], "--fix"), (fixes[False], "--unsafe-fixes")]
    told = ", ".join(f"{number} with {option}" for number, option in ways if number)
    return f"; can be fixed: {told}" if told else ""


def _many(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _fix(fix: Fix) -> dict[str, object]:
    return {"safe": fix.safe, "edits": [_edit(edit) for edit in fix.edits]}


def _edit(edit: Edit) -> dict[str, object]:
    match edit:
        case SetValue():
            return {"edit": "set", **_where(edit.place), "value": edit.value}
        case Remove():
            return {"edit": "remove", **_where(edit.place)}
        case RenameKey():
            return {"edit": "rename", **_where(edit.place), "name": edit.name}
    return {"edit": "add", "file": edit.file, "fields": edit.fields}


def _where(place: Place) -> dict[str, object]:
    return {"file": place.file, "path": list(place.path)}
