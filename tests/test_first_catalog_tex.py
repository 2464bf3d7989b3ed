"""The committed bibliographies through real TeX: no entry lost, every title and name as it should be."""

import re
from pathlib import Path

import pytest

from readinglist.catalog_file.read import read_files
from readinglist.model.entry import Entry
from tests.support.tex import CLASSIC_STYLES, folded, need_classic, need_modern, print_classic, print_modern

ROOT = Path(__file__).parent.parent
CATALOG = read_files([ROOT / "catalog" / "further-reading.yaml"])
ENTRIES = list(CATALOG)
CAPITALS = ("TPU", "AI", "CUDA", "cuBLAS", "LLMs", "GPU", "CS336", "Pallas")

pytestmark = pytest.mark.tex


def printed_title(entry: Entry) -> str:
    """Return the title that the entry's bibliography prints: its authors', where they ask for one."""
    wish = entry.citation.bibtex if entry.citation else None
    return wish.fields["title"] if wish else str(entry.title)


@pytest.mark.parametrize("style", CLASSIC_STYLES)
def test_a_classic_style_prints_every_title_and_name(style: str, tmp_path: Path) -> None:
    need_classic()
    bib = (ROOT / "exports" / "references.bib").read_text()
    printed = print_classic(bib, style, tmp_path, r"\usepackage{url}")
    assert (printed.errors, printed.complaints) == ((), ())
    assert printed.bbl.count(r"\bibitem") == len(ENTRIES)
    text = folded(printed.text)
    lower = text.casefold()
    assert [entry.id for entry in ENTRIES if folded(printed_title(entry)).casefold() not in lower] == []
    people = {person.family_text for entry in ENTRIES for person in entry.author}
    assert sorted(name for name in people if folded(name) not in text) == []
    assert [word for word in CAPITALS if folded(word) not in text] == []


def test_biblatex_prints_every_title_and_name(tmp_path: Path) -> None:
    need_modern()
    bib = (ROOT / "exports" / "references.biblatex.bib").read_text()
    printed = print_modern(bib, tmp_path, packages=r"\usepackage{hyperref}")
    assert (printed.errors, printed.complaints, printed.missing) == ((), (), frozenset())
    assert len(re.findall(r"\\entry\{", printed.bbl)) == len(ENTRIES)
    text = folded(printed.text)
    assert [entry.id for entry in ENTRIES if folded(str(entry.title)) not in text] == []
    people = {person.text for entry in ENTRIES for person in entry.author}
    assert sorted(name for name in people if folded(name) not in text) == []


def test_pybtex_reads_every_entry_of_both_bibliographies() -> None:
    from pybtex.database import parse_file

    for name in ("references.bib", "references.biblatex.bib"):
        read = parse_file(str(ROOT / "exports" / name))
        assert list(read.entries) == [entry.id for entry in ENTRIES], name
