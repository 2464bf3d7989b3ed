"""Recorded answers in folders: what was asked, what came back, and what the source must make of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from readinglist.metadata.outcome import Known
from readinglist.metadata.resolving import resolve
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer

RECORDED = Path(__file__).parent / "recorded"


@dataclass(frozen=True)
class Case:
    """One folder."""

    folder: Path

    @property
    def source(self) -> str:
        return self.folder.parent.name

    @property
    def said(self) -> dict[str, Any]:
        return tomllib.loads((self.folder / "case.toml").read_text("utf-8"))

    @property
    def body(self) -> bytes:
        (file,) = self.folder.glob("body*")
        return file.read_bytes()

    def check(self, source: Source) -> None:
        """Compare what is asked, and all that is read, with what the folder says."""
        said, subject = self.said, resolve(self.said["subject"])
        question = source.question(subject, Keys())
        assert question and question.url == said["asks"]
        outcome = source.read(
            subject, Answer(question.url, said.get("status", 200), said.get("headers", {}), self.body)
        )
        if "outcome" in said:
            assert type(outcome).__name__ == said["outcome"], outcome
        else:
            assert isinstance(outcome, Known), outcome
            assert {claim.field: claim.value for claim in outcome.claims} == said["claims"]


def cases(root: Path = RECORDED) -> Iterator[Case]:
    for file in sorted(root.glob("*/*/case.toml")):
        yield Case(file.parent)
