"""Real bibliographies: nothing crashes, no record goes missing, and what was expected of them arrives."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from readinglist.converting import decoded, read_source, written_as
from readinglist.errors import CannotRead
from readinglist.importers import Imported
from readinglist.model.entry import Entry
from tests.support.corpus import CORPUS, corpus

pytestmark = [corpus, pytest.mark.corpus]

SUFFIXES = {".bib", ".ris", ".nbib", ".cff", ".json", ".yml", ".yaml"}
KINDS = {"bibtex", "dblp-bibtex", "ris", "nbib", "csl-json", "citeproc-json", "citation-cff"}
RATCHET = Path(__file__).with_name("corpus_ratchet.json")


def files() -> list[Path]:
    folders = (CORPUS / "book", CORPUS / "curation" / "import", CORPUS / "metadata" / "data")
    return sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in SUFFIXES)


def read(file: Path) -> tuple[Imported, str]:
    found, recognised = read_source(decoded(file.read_bytes()), file.name)
    return found, recognised.format


def readable() -> Iterator[tuple[Path, Imported, str]]:
    for file in files():
        try:
            yield file, *read(file)
        except CannotRead:
            assert file.suffix in {".json", ".yml", ".yaml"}, file


def records_in(text: str, name: str) -> int:
    """Count the records of a text, without the importer's help."""
    if name == "bibtex":
        kinds = re.findall(r"^[ \t]*@[ \t]*(\w+)[ \t]*[{(]", text, re.MULTILINE)
        return sum(kind.lower() not in {"string", "preamble", "comment", "xdata"} for kind in kinds)
    if name == "ris":
        return len(re.findall(r"^\W*TY  ?- ", text, re.MULTILINE))
    if name == "nbib":
        return len(re.findall(r"^(?:PMID *-|OWN *- ERIC)", text, re.MULTILINE))
    if name == "cff":
        return len(re.findall(r"^(?:cff-version|preferred-citation):", text, re.MULTILINE)) + len(_references(text))
    if name == "hayagriva":
        return len(re.findall(r"^[^\s#-][^:\n]*:[ \t]*$", text, re.MULTILINE))
    if name in {"csl-yaml", "catalog"}:
        return len(re.findall(r"^ *- (?:id|author|title|type):", text, re.MULTILINE))
    if name != "csl-json":  # lists and bookmarks are counted by their addresses, in tests of their own
        return 0
    data = json.loads(text)
    return len(data) if isinstance(data, list) else 1


def _references(text: str) -> list[str]:
    _, _, references = text.partition("\nreferences:")
    return re.findall(r"^ *- +(?:authors|type|title|doi|abstract|[\w-]+):(?=[\s\S])", references, re.MULTILINE)[:1]


def test_no_record_is_lost_in_silence() -> None:
    for file, found, name in readable():
        records = records_in(decoded(file.read_bytes()), name)
        assert len(found.entries) + len(found.findings) >= records, (file, records)


def test_what_arrives_can_be_written_in_every_format() -> None:
    for _, found, _ in readable():
        for target in ("bibtex", "biblatex", "csl-json", "csl-yaml", "ris", "hayagriva", "cff", "catalog"):
            assert written_as(found, target) or not found.entries


def test_expected_records_agree_and_no_less_than_before() -> None:
    agree, total, wrong = Counter[str](), Counter[str](), list[str]()
    for line in (CORPUS / "metadata" / "manifest.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        file = CORPUS / "metadata" / record["file"]
        if record["kind"] not in KINDS or not record.get("expected") or not file.exists():
            continue
        for what, is_right, told in _judged(record, read(file)[0]):
            total[what] += 1
            agree[what] += is_right
            wrong += [] if is_right else [f"{record['id']} {what}: {told}"]
    measured = {what: f"{agree[what]}/{total[what]}" for what in sorted(total)}
    assert measured == json.loads(RATCHET.read_text("utf-8")), wrong
    assert agree.total() >= 0.98 * total.total(), wrong


def _judged(record: dict[str, Any], found: Imported) -> Iterator[tuple[str, bool, str]]:
    expected, entries = record["expected"], list(found.catalog)
    absent = set(record.get("not_in_payload") or ())
    wanted = _folded(expected.get("title") or "")
    entry = next((each for each in entries if _folded(each.title or "") == wanted), entries[0] if entries else None)
    if entry is None:
        yield "entry", False, "nothing arrived"
        return
    if wanted and "title" not in absent:
        yield "title", _folded(entry.title or "") == wanted, f"{entry.title!r}, not {expected['title']!r}"
    people = [
        each for each in expected.get("authors") or () if each and each.get("role", "author") in {"author", "inventor"}
    ]
    if people and "authors" not in absent:
        ours, theirs = [_last_name(each.text) for each in entry.author], [_last_name(_whole(each)) for each in people]
        yield "authors", ours[: len(theirs)] == theirs, f"{ours}, not {theirs}"
    if (date := _date(expected.get("date"))) and "date" not in absent:
        ours_text = str(entry.issued or "")
        yield (
            "date",
            ours_text.startswith(date) or (bool(ours_text) and date.startswith(ours_text)),
            f"{ours_text}, not {date}",
        )
    if doi := (expected.get("doi") or "").lower():
        yield "doi", _doi(entry) == doi, f"{entry.doi}, not {doi}"


def _doi(entry: Entry) -> str:
    return (entry.doi or "").lower()


def _whole(person: dict[str, str]) -> str:
    return " ".join(filter(None, (person.get(part) for part in ("given", "family", "suffix", "literal"))))


def _last_name(text: str) -> str:
    """Return the letters of a name in order of the alphabet: who wrote it in which order does not matter."""
    return "".join(sorted(_folded(re.sub(r"<[^<>]*>", "", text))))


def _date(text: str | None) -> str:
    found = re.match(r"\d{4}(?:-\d\d)?(?:-\d\d)?", text or "")
    return found[0] if found else ""


def _folded(text: str) -> str:
    text = re.sub(r"<[^<>]*>", "", text)
    text = unicodedata.normalize("NFKD", text.translate(_SMALL)).casefold()
    return re.sub(r"[\W_]", "", "".join(sign for sign in text if not unicodedata.combining(sign)))


_SMALL = str.maketrans("₀₁₂₃₄₅₆₇₈₉⁰", "01234567890")
