"""How what was read from a page compares with what a person wrote down about it."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

Record = dict[str, Any]


class Verdict(NamedTuple):
    """About one field of one page."""

    field: str
    expected: str
    """Nothing, where the page does not state it."""
    ours: str

    @property
    def kind(self) -> str:
        """Return `right`, `wrong`, `missing`, `false` (nobody stated it) or `silent` (and neither do we)."""
        if not self.expected:
            return "false" if self.ours else "silent"
        if not self.ours:
            return "missing"
        return "right" if same(self.field, self.expected, self.ours) else "wrong"


def records(corpus: Path) -> Iterator[tuple[Record, bytes]]:
    """Yield the recorded pages that have an expected result, with their bytes."""
    folder = corpus / "metadata"
    for line in (folder / "manifest.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["kind"].startswith("html") and record.get("expected") and (folder / record["file"]).exists():
            yield record, (folder / record["file"]).read_bytes()


def half(record: Record) -> int:
    """Return which half of the corpus a page is in; pages of one site are in one half."""
    host = re.sub(r"^www\.", "", str(record.get("url_requested") or record["id"]).partition("://")[2].partition("/")[0])
    return hashlib.sha256((host or record["id"]).encode()).digest()[0] % 2


def verdicts(record: Record, claims: Mapping[str, Any]) -> Iterator[Verdict]:
    """Yield a verdict for each field that the record judges: title, author, date."""
    expected, absent = record["expected"], set(record.get("not_in_payload") or ())
    if title := expected.get("title"):
        yield Verdict("title", "" if "title" in absent else title, claims.get("title") or "")
    nobody = record["kind"] == "html-docs"
    people = " ; ".join(_whole(each) for each in expected.get("authors") or ())
    if people or nobody:
        ours = " ; ".join(_whole(each) for each in claims.get("author") or ())
        yield Verdict("author", "" if "authors" in absent else people, ours)
    if (date := expected.get("date")) or nobody:
        yield Verdict("date", "" if "date" in absent else day(date or ""), claims.get("issued") or "")


def same(field: str, expected: str, ours: str) -> bool:
    """Tell whether two values say the same, but for case, marks and signs."""
    if field == "date":
        return ours.startswith(expected) or expected.startswith(ours)
    if field == "author":
        return {_bag(each) for each in expected.split(" ; ")} == {_bag(each) for each in ours.split(" ; ")}
    return folded(expected) == folded(ours)


def folded(text: str) -> str:
    """Return the letters and digits of a text."""
    text = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in text if sign.isalnum())


def day(text: str) -> str:
    """Return the day of an expected date."""
    if found := re.match(r"\d{4}(?:-\d\d)?(?:-\d\d)?", text):
        return found[0]
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    found = re.fullmatch(r"\w{3} (\w{3}) (\d\d) \S+ \w+ (\d{4})", text)
    return f"{found[3]}-{months.index(found[1]) + 1:02d}-{found[2]}" if found else ""


def _bag(name: str) -> str:
    return "".join(sorted(folded(name)))


def _whole(person: Mapping[str, str]) -> str:
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    return " ".join(person[part] for part in parts if person.get(part))
