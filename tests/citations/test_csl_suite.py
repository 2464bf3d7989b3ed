"""The CSL conformance suite under a ratchet: what fails is listed with its reason, and the list is exact."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.citations.csl_suite import Case, read_case, rendered

LISTED = Path(__file__).with_name("suite_failures.txt")


def cases() -> Iterator[Case]:
    corpus = os.environ.get("READINGLIST_CORPUS")
    if corpus is None:
        pytest.skip("READINGLIST_CORPUS names no folder with the CSL suite in csl/suite")
    for path in sorted(Path(corpus, "csl", "suite").glob("*.txt")):
        yield read_case(path)


def listed() -> dict[str, str]:
    lines = LISTED.read_text(encoding="utf-8").splitlines()
    return {name: reason for name, _, reason in (line.partition(": ") for line in lines if line)}


@pytest.mark.corpus
def test_every_case_passes_but_the_listed_ones_and_they_fail() -> None:
    failing = {case.name for case in cases() if rendered(case) != case.expected}
    assert sorted(failing) == sorted(listed())


def test_every_listed_failure_states_its_reason() -> None:
    assert [name for name, reason in listed().items() if not reason.strip()] == []
