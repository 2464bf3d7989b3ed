"""How what was read from a page compares with what a person wrote down about it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from readinglist.metadata.outcome import Known, Outcome
from readinglist.model.addresses import host_of
from readinglist.web.messages import Answer
from tests.sources.judging import STRICT, Record, day, folded, letters, manifest, recorded
from tests.support.corpus import CORPUS

GROUPS = {
    "html": "news", "html-highwire": "scholarly", "html-blog": "technical", "html-docs": "technical",
    "html-docs-sphinx": "technical", "html-distill": "technical", "html-course": "technical",
}  # fmt: skip
FIELDS = ("title", "author", "date")
Table = dict[tuple[str, str], Counter[str]]


@dataclass(frozen=True)
class Statement:
    """What is said about a page, folded, so that two of them can be compared."""

    title: str = ""
    author: tuple[str, ...] = ()
    date: str = ""


def pages() -> Iterator[tuple[Record, Answer]]:
    """Yield the pages that somebody described, with what was recorded of them."""
    for record in manifest():
        if record["kind"].startswith("html") and (CORPUS / "metadata" / record["file"]).exists():
            yield record, recorded(record)


def group_of(record: Record) -> str:
    """Return which kind of page it is; of news only those count that people described, and not programs."""
    strict = record["kind"] != "html" or record.get("expected_basis") in STRICT
    return GROUPS.get(record["kind"], "") if strict and record.get("expected") else ""


def half_of(record: Record) -> str:
    """Return which half of the corpus a page is in; pages of one site are in the same."""
    site = host_of(record.get("url_requested") or "") or record["id"]
    return f"half {hashlib.sha256(site.encode()).digest()[0] % 2}"


def said(outcome: Outcome) -> Statement:
    """Return what was read."""
    fields = {claim.field: claim.value for claim in outcome.claims} if isinstance(outcome, Known) else {}
    people = tuple(letters(each) for each in fields.get("author") or ())
    return Statement(folded(fields.get("title") or ""), people, fields.get("issued") or "")


def verdicts(record: Record, ours: Statement) -> Iterator[tuple[str, str]]:
    """Yield for each field that the description judges: right, wrong, missing, false (nobody says so) or silent."""
    expected, absent = record["expected"], set(record.get("not_in_payload") or ())
    people = tuple(letters(each) for each in expected.get("authors") or ())
    wanted = Statement(folded(expected.get("title") or ""), people, _day(expected.get("date")))
    for field, name in (("title", "title"), ("author", "authors"), ("date", "date")):
        theirs = getattr(wanted, field)
        if theirs or record["kind"] == "html-docs":
            yield field, _verdict(field, () if name in absent else theirs, getattr(ours, field))


def _verdict(field: str, theirs: str | tuple[str, ...], ours: str | tuple[str, ...]) -> str:
    if not theirs:
        return "false" if ours else "silent"
    if not ours:
        return "missing"
    if field == "date" and isinstance(ours, str) and isinstance(theirs, str):
        return "right" if ours.startswith(theirs) or theirs.startswith(ours) else "wrong"
    return "right" if ours == theirs else "wrong"


def _day(text: str | None) -> str:
    """Return the day of a description; one test writes `Sun Nov 23 16:00:00 EDT 2014`."""
    return "2014-11-23" if text == "Sun Nov 23 16:00:00 EDT 2014" else day(text)


def shares(counted: Counter[str]) -> dict[str, float]:
    """Return how often there is an answer, how often it is right, and how often there should have been none."""
    answered = counted["right"] + counted["wrong"]
    nothing = counted["false"] + counted["silent"]
    return {
        "answered": answered / max(1, answered + counted["missing"]),
        "precise": counted["right"] / max(1, answered),
        "recalled": counted["right"] / max(1, answered + counted["missing"]),
        "invented": counted["false"] / max(1, nothing),
    }
