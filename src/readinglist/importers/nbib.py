"""The format `nbib`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from readinglist.importers import Fields, Imported, imported, importer
from readinglist.importers import _found as said
from readinglist.importers._dates import from_medline
from readinglist.importers._found import finding
from readinglist.importers._tagged import Record, tagged_lines
from readinglist.importers._values import sound, stated
from readinglist.model.finding import Finding
from readinglist.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, Url

_LINE = re.compile(r"\ufeff?([A-Z]{2,4}) *-(?: |$|\r?\n)(.*)", re.DOTALL)
_TYPES = (
    (re.compile(r"Dissertation|Thes[ie]s"), "thesis"),
    (re.compile(r"\bBook Chapter"), "chapter"),
    (re.compile(r"\bBooks?\b"), "book"),
    (re.compile(r"Preprint"), "article"),
    (re.compile(r"Dataset"), "dataset"),
    (re.compile(r"Newspaper Article"), "article-newspaper"),
    (re.compile(r"Speeches|Congress|Lecture"), "speech"),
    (re.compile(r"Reports - (?!Research|Evaluative|Descriptive)|Technical Report"), "report"),
)
_LANGUAGES = {
    "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "ita": "it", "por": "pt", "rus": "ru",
    "chi": "zh", "zho": "zh", "jpn": "ja", "kor": "ko", "dut": "nl", "nld": "nl", "pol": "pl", "swe": "sv",
    "cze": "cs", "ces": "cs", "tur": "tr", "ukr": "uk", "hun": "hu", "dan": "da", "nor": "no", "fin": "fi",
    "english": "en",
}  # fmt: skip
_RANGE = re.compile(r"(\D*)(\d+)-(\d+)")


@importer(".nbib", ".medline")
def nbib(text: str) -> Imported:
    """Read what PubMed and ERIC send for a citation manager: NBIB, also known as MEDLINE.

    Tags that a catalog has no place for (MeSH terms, affiliations, dates of indexing) stay under
    `custom: {nbib: …}`.
    """
    findings: list[Finding] = []
    entries: list[tuple[Fields, int]] = []
    for record in _records(text, findings):
        fields = _fields(record)
        if left := record.left():
            fields["custom"] = {"nbib": left}
            told = f"kept under `custom`: {', '.join(left)}"
            findings.append(finding(said.KEPT_ASIDE, record.offset, told))
        entries.append((fields, record.offset))
    return imported(entries, findings)


def _records(text: str, findings: list[Finding]) -> Iterator[Record]:
    record: Record | None = None
    for tag, value, at in tagged_lines(text, _LINE):
        known = {line[0] for line in record.lines} if record else set()
        if tag == "":
            findings.append(finding(said.ENTRY_DROPPED, at, f"this stands outside of any record: {value[:60]}"))
        elif record is None or (tag == "PMID" and known) or (tag == "OWN" and known - {"PMID"}):
            if record:
                yield record
            record = Record(at, [(tag, value, at)])
        else:
            record.lines.append((tag, value, at))
    if record:
        yield record


def _fields(record: Record) -> Fields:
    kinds = record.all("PT")
    title, book = record.first("TI", "TT").strip("[]"), record.first("BTI")
    fields: dict[str, Any] = {"type": _type(kinds, bool(title and book))}
    fields["title"] = _without_full_stop(title or book)
    fields["container-title"] = book if title else ""
    if fields["type"] in {"book", "thesis"}:  # ERIC names the publisher where a journal would stand
        fields["publisher"] = record.first("PB", "JT")
    else:
        fields["container-title"] = fields["container-title"] or record.first("JT")
        fields["publisher"] = record.first("PB")
    fields["container-title-short"] = record.first("TA")
    fields["author"] = _authors(record)
    fields["editor"] = [_full_name(name) for name in record.in_order("FED") or record.in_order("ED")]
    record.all("ED")
    fields["volume"], fields["issue"] = record.first("VI"), record.first("IP")
    fields["page"] = _pages(record.first("PG"))
    fields["edition"] = record.first("EN")
    fields["collection-title"] = record.first("CTI")
    fields["publisher-place"] = record.first("PL")
    fields["issued"] = from_medline(record.first("DP"))
    _identifiers(fields, record)
    language = record.first("LA")
    fields["language"] = _LANGUAGES.get(language.lower(), language)
    fields["abstract"] = record.first("AB")
    fields["tags"] = list(dict.fromkeys(record.all("OT")))
    return stated(fields)


def _type(kinds: list[str], in_a_book: bool) -> str:
    if in_a_book:
        return "chapter"
    return next((found for word, found in _TYPES if any(map(word.search, kinds))), "article-journal")


def _without_full_stop(title: str) -> str:
    return title.removesuffix(".") if not title.endswith("..") else title


def _authors(record: Record) -> list[dict[str, str]]:
    short = record.in_order("AU") if not record.first_is("FAU") else (record.all("AU"), [])[1]
    if short:
        return [_full_name(name) if "," in name else _short_name(name) for name in short]
    named = [(tag, value) for tag, value, _ in record.lines if tag in ("FAU", "CN") and value]
    record.all("FAU", "CN")
    return [_full_name(name) if tag == "FAU" else {"literal": name} for tag, name in named]


def _full_name(name: str) -> dict[str, str]:
    family, _, rest = (part.strip() for part in name.partition(","))
    given, _, suffix = (part.strip() for part in rest.partition(","))
    if not family or not given:
        return {"literal": name.strip(" ,")}
    return stated({"family": family, "given": given, "suffix": suffix})


def _short_name(name: str) -> dict[str, str]:
    family, _, initials = name.rpartition(" ")
    return {"family": family, "given": initials} if family and initials.isupper() else {"literal": name}


def _pages(text: str) -> str:
    """Return pages with the digits that `6913-7` leaves out."""
    found = _RANGE.fullmatch(text)
    if found and len(found[3]) < len(found[2]):
        return f"{found[1]}{found[2]}-{found[2][: -len(found[3])]}{found[3]}"
    return text


def _identifiers(fields: dict[str, Any], record: Record) -> None:
    fields["PMID"] = sound(PMID, record.first("PMID"))
    fields["PMCID"] = sound(PMCID, record.first("PMC")) if record.first_is("PMC") else None
    locators = list(dict.fromkeys(record.in_order("LID", "AID")))
    dois = [value for value in locators if value.endswith("[doi]")]
    fields["DOI"] = sound(DOI, dois[0].removesuffix("[doi]")) if dois else None
    urls = [value for value in locators if value.startswith("http")]
    fields["URL"] = sound(Url, urls[0]) if urls else None
    record.lines += [("AID", value, 0) for value in locators if value not in (*dois, *urls[:1])]
    for name, kind, tag in (("ISSN", ISSN, "IS"), ("ISSN", ISSN, "ISSN"), ("ISBN", ISBN, "ISBN")):
        numbers = [number for value in record.all(tag) if (number := sound(kind, value))]
        if numbers and not fields.get(name):
            fields[name] = numbers[0]
