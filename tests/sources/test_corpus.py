"""Recorded answers of services: what they were expected to say, and that damaged ones do no harm."""

from __future__ import annotations

import json
import os
import random
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from readinglist.catalog_file.read import read_fields
from readinglist.metadata.claim import Claim
from readinglist.metadata.outcome import Failure, Known
from tests.sources.asking import outcome_of
from tests.sources.judging import MAPPED, STRICT, Record, judged, manifest, recorded
from tests.support.corpus import corpus

pytestmark = [corpus, pytest.mark.corpus]

RATCHET = Path(__file__).with_name("corpus_ratchet.json")
AT_FAULT = tomllib.loads(Path(__file__).with_name("expectations_at_fault.toml").read_text("utf-8"))
# Pages and feeds are read by the source of pages, lists by the functions that search; two formats nobody sends now.
ELSEWHERE = ("html", "feed", "rss", "atom", "xml", "citation-text", "citeseerx-json", "isbn-json")
LISTS = ("crossref-worklist-json", "s2-list-json", "crossref-agency-json", "github-other-json", "github-contents-json")
SOAK = bool(os.environ.get("READINGLIST_SOAK"))


def answers() -> list[Record]:
    """Return the recorded answers about one work each."""
    kinds = {*ELSEWHERE, *LISTS, "error", "github-readme-json"}
    return [each for each in manifest() if each["kind"] not in kinds and not each["kind"].startswith("html")]


def test_what_was_expected_is_said_and_no_less_than_before() -> None:
    agree, total, wrong, excused = Counter[str](), Counter[str](), list[str](), set[tuple[str, str]]()
    for record in answers():
        basis = record.get("expected_basis")
        if not record.get("expected") or basis not in STRICT | MAPPED:
            continue
        shelf = "mapped" if basis in MAPPED else "strict" if record["recorded"] else "made up"
        file = record["file"].removeprefix("data/")
        for what, is_right, told in judged(record, outcome_of(record)):
            if not is_right and file in AT_FAULT.get(what, ()):
                excused.add((what, file))
                continue
            total[f"{shelf} {what}"] += 1
            agree[f"{shelf} {what}"] += is_right
            wrong += [] if is_right else [f"{record['file']} {what}: {told}"]

    for what in ("title", "authors", "date", "doi", "container_title"):
        assert agree[f"strict {what}"] >= 0.98 * total[f"strict {what}"], wrong
        assert agree[f"mapped {what}"] >= 0.95 * total[f"mapped {what}"], wrong
    measured = {what: f"{agree[what]}/{total[what]}" for what in sorted(total)}
    assert measured == json.loads(RATCHET.read_text("utf-8")), wrong
    assert excused == {(what, file) for what, files in AT_FAULT.items() for file in files}


def test_every_recorded_error_is_told_as_one() -> None:
    errors = [each for each in manifest() if each["kind"] == "error" or (each.get("expected") or {}).get("error")]

    assert len(errors) >= 11
    assert all(isinstance(outcome_of(each), Failure) for each in errors)


def test_every_claim_of_a_recorded_answer_is_one_that_a_catalog_accepts() -> None:
    for record in manifest():
        outcome = outcome_of(record)
        for claim in outcome.claims if isinstance(outcome, Known) else ():
            assert read_fields({claim.field: claim.value}) is not None, (record["file"], claim)
            assert claim.locator, (record["file"], claim)


def test_damaged_answers_break_nothing() -> None:
    chance, records = random.Random(7), answers()
    for _ in range(10_000 if SOAK else 400):
        record = chance.choice(records)
        answer = recorded(record)
        outcome = outcome_of(record, replace(answer, body=_damaged(answer.body[:200_000], record["kind"], chance)))
        assert isinstance(outcome, Known | Failure)
        assert all(isinstance(claim, Claim) for claim in (outcome.claims if isinstance(outcome, Known) else ()))


PIECES = [
    b'"', b"{", b"}", b"[", b"]", b"<", b">", b"&", b"null", b"\x00", b"\xff", b"1e999", b"\\ud800", b"&#0;", b"<a ",
    b'<!DOCTYPE a [<!ENTITY b "c">]>', b"@article{", b"true", b"{}", b"[]", b'""',
]  # fmt: skip
VALUES: list[Any] = [
    None,
    [],
    {},
    "",
    0,
    True,
    -1,
    1e300,
    "x" * 50,
    [None],
    {"a": None},
    [[]],
    "\ud800",
    {"date-parts": [[0]]},
]


def _damaged(body: bytes, kind: str, chance: random.Random) -> bytes:
    if kind.endswith("json") and chance.random() < 0.6:
        return json.dumps(_changed(json.loads(body), chance)).encode()
    damaged = bytearray(body)
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(damaged))
        end = min(len(damaged), at + chance.choice([0, 1, 3, 40, 400]))
        damaged[at:end] = chance.choice([b"", *PIECES, damaged[at:end] * 2])
    return bytes(damaged[: chance.randint(0, len(damaged))] if chance.random() < 0.1 else damaged)


def _changed(value: Any, chance: random.Random) -> Any:
    """Return a JSON value with some of its parts replaced by what nobody expects there."""
    if chance.random() < 0.03:
        return chance.choice(VALUES)
    if isinstance(value, dict):
        return {name: _changed(each, chance) for name, each in value.items()}
    return [_changed(each, chance) for each in value] if isinstance(value, list) else value
