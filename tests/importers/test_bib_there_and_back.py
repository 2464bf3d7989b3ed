"""A .bib file through a catalog and back: every entry and every field of it is there again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from readinglist.exporters import find_exporter
from readinglist.importers import find_importer
from readinglist.importers._bib.kinds import genre_of
from readinglist.importers._bib.scan import Scan
from readinglist.latex.decode import plain_text
from readinglist.latex.formulas import plain_formulas
from tests.support.corpus import CORPUS, corpus

STRANGE = Path(__file__).with_name("strange.bib")

# A field of BibTeX or BibLaTeX -> where its text may stand afterwards.
_ELSEWHERE = {
    "journal": "journaltitle booktitle",
    "journaltitle": "journal",
    "address": "location",
    "school": "institution organization",
    "institution": "organization publisher",
    "organization": "publisher institution",
    "publisher": "organization",
    "howpublished": "url",
    "year": "date pubstate",
    "month": "date",
    "number": "note eid",
    "booktitle": "journaltitle organization",
    "eid": "number",
    "note": "urldate",
    "langid": "language",
    "language": "langid",
}
_NAMES = {"author", "editor", "translator", "bookauthor"}
# What they point at stands in the entry itself afterwards.
_RESOLVED = {"crossref", "xdata"}
# A set is no work; that it is none is told when it is read.
_TOLD = {"entryset"}


def records(text: str) -> dict[str, dict[str, str]]:
    """Return the fields of every entry as they are written; of two with one key, the second as `key again`."""
    found: dict[str, dict[str, str]] = {}
    for block in Scan(text).blocks():
        if block.kind.lower() == "xdata":
            continue
        key = block.key or ""
        found[f"{key} again" if key in found else key] = {name.lower(): value for name, value in block.fields}
    return found


def lost(before: str, name: str) -> Iterator[str]:
    """Yield every field that is not there, or says something else, after a catalog has held the entries."""
    options = {"abstract": True, "annotation" if name == "biblatex" else "annote": True}
    after = records(find_exporter(name)(find_importer("bibtex")(before).catalog, options))
    old = records(before)
    assert len(after) == len(old)
    for (key, fields), now in zip(old.items(), after.values(), strict=True):
        yield from (f"{key}.{field}: {value}" for field, value in fields.items() if not _is_there(field, value, now))


def _is_there(field: str, value: str, now: Mapping[str, str]) -> bool:
    if field in _RESOLVED | _TOLD:
        return True
    places = [field, *_ELSEWHERE.get(field, "").split()]
    return any(_says(field, value, now[place]) for place in places if place in now)


def _says(field: str, old: str, new: str) -> bool:
    if field in _NAMES:
        return sorted(_bare(old)) == sorted(_bare(new))
    if field == "month":
        return bool(re.match(r"\d{4}-\d\d|\w+", new))
    return _bare(old) in _bare(new) or _bare(new) in _bare(old)


def _bare(text: str) -> str:
    text = re.sub(r"\\url\{(.*?)\}", r"\1", text)
    text = unicodedata.normalize("NFKC", plain_formulas(plain_text(genre_of(text) or "")))
    return re.sub(r"[\W_]", "", text).casefold()


def test_nothing_of_a_strange_file_is_lost() -> None:
    assert list(lost(STRANGE.read_text("utf-8"), "biblatex")) == []


def test_no_entry_of_a_strange_file_is_lost_in_classic_bibtex_and_what_it_cannot_hold_is_told() -> None:
    catalog = find_importer("bibtex")(STRANGE.read_text("utf-8")).catalog
    exporter = find_exporter("bibtex")
    assert [entry.id for entry in catalog] == list(records(exporter(catalog)))
    told = {(catalog.entries[int(each.place.path[1])].id, each.place.field) for each in exporter.losses(catalog)}
    assert told >= {("weinberg", "issued"), ("kant:kpv", "container-author"), ("kant:kpv", "title-short")}


@corpus
@pytest.mark.corpus
@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_nothing_of_the_books_own_bibliography_is_lost(name: str) -> None:
    text = (CORPUS / "book" / "main.bib").read_text("utf-8")
    assert sum(len(fields) for fields in records(text).values()) == 137
    assert list(lost(text, name)) == []
