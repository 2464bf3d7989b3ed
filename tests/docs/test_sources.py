"""The manual's page about sources: its example works."""

from __future__ import annotations

from typing import Any

from readinglist.metadata.outcome import Failure, Known
from readinglist.metadata.subject import Subject
from readinglist.web.messages import Answer
from tests.docs.blocks import ROOT, blocks

NONSENSE = [
    b"", b"\xff", b"<html>", b"null", b"5", b"[]", b"[" * 100_000, b"9" * 5_000, b'{"title": NaN, "printed": 1e999}',
    b'{"title": ["a"], "by": {"a": 1}, "printed": {}}', b'{"title": "\\ud800", "by": [null, [], "\\ud800 b", ", ,"]}',
    b'{"title": "T", "by": 5, "printed": "31 February 99999"}',
]  # fmt: skip


def test_the_source_of_the_manual_reads_its_answer() -> None:
    (code,) = blocks("python", pages=iter([ROOT / "docs" / "sources.md"]))

    manual: dict[str, Any] = {}
    exec(compile(code.text, code.where, "exec"), manual)  # it asserts what was claimed
    for nonsense in NONSENSE:
        outcome = manual["library"].read(Subject("isbn", "9780000000002"), Answer("", 200, body=nonsense))
        assert isinstance(outcome, Known | Failure), nonsense
