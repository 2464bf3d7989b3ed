"""What was wrong with an old list when it was taken up: told no more, while what is new is.

A baseline is a text with a line for each finding: the file, the rule, the entry and its field. No line numbers are
in it, so a list may grow and be sorted; where a finding has gone, its line goes, and never comes back by itself.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from readinglist.errors import CannotRead, why
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.model.visible import visible
from readinglist.report._facts import facts, mark
from readinglist.store import write_whole

_HEAD = "# What `readinglist lint` need not tell again; `lint --update-baseline` makes this file anew.\n"
_FIELDS = 4


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding of old: its file, for knowing whether that was looked at; its rule; what it is about."""

    file: str
    rule: str
    subject: str
    field: str

    @property
    def mark(self) -> tuple[str, str, str]:
        """What it is known again by, wherever it was moved."""
        return self.rule, self.subject, self.field

    def __str__(self) -> str:
        return "\t".join((self.file, self.rule, self.subject, self.field))


def read_baseline(file: Path) -> list[Known]:
    """Return the findings in a baseline; raise `CannotRead` with the line of what is none."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except FileNotFoundError as error:
        raise CannotRead(f"{file}: there is no such file; --update-baseline makes it") from error
    except (OSError, UnicodeDecodeError) as error:
        reason = why(error) if isinstance(error, OSError) else "it is not UTF-8 text"
        raise CannotRead(f"{file}: cannot be read: {reason}") from error
    return [_known(file, number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]


def _known(file: Path, number: int, line: str) -> Known:
    parts = line.split("\t")
    if len(parts) != _FIELDS:
        told = "this is no line of a baseline; take the file away and make it anew with --update-baseline"
        raise CannotRead(f"{file}:{number}:1: {told}")
    return Known(*parts)


def write_baseline(file: Path, known: Collection[Known]) -> None:
    """Write a baseline, in an order that is easy to compare."""
    write_whole(file, _HEAD + "".join(f"{each}\n" for each in sorted(known)))


def as_known(findings: Sequence[Finding], catalog: Catalog, file: Path) -> list[Known]:
    """Return findings as a baseline in this file keeps them: names of files are relative to its folder."""
    return list(_as_known(findings, catalog, file.parent))


def _as_known(findings: Sequence[Finding], catalog: Catalog, folder: Path) -> Iterator[Known]:
    for fact in facts(findings, catalog):
        name = _relative(fact.position.file, folder)
        rule, subject, field = mark(fact, catalog)
        subject = name if subject == fact.position.file else subject
        yield Known(visible(name), rule, visible(subject), visible(field))


def _relative(file: str, folder: Path) -> str:
    return PurePath(os.path.relpath(file, folder)).as_posix() if file != "-" else file


def without_known(
    findings: Sequence[Finding], catalog: Catalog, known: Sequence[Known], file: Path
) -> tuple[list[Finding], list[Known]]:
    """Return the findings that are new, and those of old that were not met again."""
    left = Counter(each.mark for each in known)
    new = []
    for found, own in zip(findings, as_known(findings, catalog, file), strict=True):
        if left[own.mark]:
            left[own.mark] -= 1
        else:
            new.append(found)
    return new, list(_not_met(known, left))


def _not_met(known: Sequence[Known], left: Counter[tuple[str, str, str]]) -> Iterator[Known]:
    for each in known:
        if left[each.mark]:
            left[each.mark] -= 1
            yield each


def gone(unmet: Sequence[Known], catalog: Catalog, rules: Collection[str], file: Path) -> list[Known]:
    """Return what has gone for good: its file was looked at, or is there no more, and its rule was asked."""
    seen = {_relative(name, file.parent) for name in catalog.written}
    return [
        each for each in unmet if each.rule in rules and (each.file in seen or not (file.parent / each.file).exists())
    ]
