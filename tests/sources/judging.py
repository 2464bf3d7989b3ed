"""What a recorded answer should have said, field by field."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from readinglist.metadata.outcome import Known, Outcome
from readinglist.web.messages import Answer
from tests.support.corpus import CORPUS

STRICT = frozenset({"hand-annotated", "test-assertion", "front-matter"})
MAPPED = frozenset({"same-record", "converter-output"})

Record = dict[str, Any]


def manifest() -> list[Record]:
    text = (CORPUS / "metadata" / "manifest.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def recorded(record: Record) -> Answer:
    """Return a recorded answer with the status and headers that are known of it."""
    http = record.get("http") or {}
    headers = {"content-type": str(http.get("content_type") or "").strip("[]'")}
    url = record.get("url_requested") or "https://service.example/"
    body = (CORPUS / "metadata" / record["file"]).read_bytes()
    return Answer(url, int(http.get("status") or 200), headers=headers, body=body)


def judged(record: Record, outcome: Outcome) -> Iterator[tuple[str, bool, str]]:
    """Yield each field that is expected, whether it is right, and what was said instead."""
    expected, absent = record["expected"], set(record.get("not_in_payload") or ())
    said: Mapping[str, Any] = {}
    if isinstance(outcome, Known):
        said = {claim.field: claim.value for claim in outcome.claims}
    for field, ours in (("title", "title"), ("container_title", "container-title"), ("doi", "DOI")):
        wanted = expected.get(field)
        if wanted and field not in absent:
            told = str(said.get(ours) or "")
            same = told.lower() == wanted.lower() if field == "doi" else folded(told) == folded(wanted)
            yield field, bool(told) and same, f"{told!r}, not {wanted!r}"
    wanted = day(expected.get("date"))
    if wanted and "date" not in absent:
        told = str(said.get("issued") or "")
        yield "date", bool(told) and (told.startswith(wanted) or wanted.startswith(told)), f"{told}, not {wanted}"
    yield from _people(expected, absent, list(said.get("author") or ()))


def _people(expected: Record, absent: set[str], ours: list[dict[str, str]]) -> Iterator[tuple[str, bool, str]]:
    people = [each for each in expected.get("authors") or () if each and each.get("role", "author") == "author"]
    told = [letters(each) for each in ours]
    if people and "authors" not in absent:
        yield "authors", told == [letters(each) for each in people], f"{ours}, not {people}"[:400]
    if first := expected.get("first_author"):
        yield "authors", told[:1] == [letters(first)], f"{ours[:1]}, not {first}"
    if count := expected.get("n_authors"):
        yield "authors", len(ours) == count, f"{len(ours)} authors, not {count}"


def letters(person: Mapping[str, str]) -> str:
    """Return the letters of a name in order of the alphabet: which of its parts is which does not matter."""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    return "".join(sorted(folded(" ".join(filter(None, (person.get(part) for part in parts))))))


def day(text: str | None) -> str:
    text = text or ""
    if found := re.fullmatch(r"(\d\d)/(\d{4})", text):
        return f"{found[2]}-{found[1]}"
    found = re.match(r"\d{4}(?:-(?!00)\d\d)?(?:-(?!00)\d\d)?", text)
    return found[0] if found else ""


def folded(text: str) -> str:
    text = re.sub(r"<[^<>]*>", "", text)
    text = unicodedata.normalize("NFKD", text).casefold().translate({0x131: "i", 0xF8: "o", 0x142: "l", 0x111: "d"})
    return re.sub(r"[\W_]", "", "".join(sign for sign in text if not unicodedata.combining(sign)))
