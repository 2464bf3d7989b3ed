"""What a format cannot hold is said beforehand, field by field."""

import pytest

from readinglist.catalog_file.read import read_text
from readinglist.exporters import all_exporters, find_exporter
from tests.exporters import made

ENTRY = """
references:
- id: x
  type: article-journal
  title: 深度学习 survey
  author: [{family: Maaten, given: L., non-dropping-particle: van der}]
  issued: 2020-05-01
  arxiv: "2211.05102"
  PMID: "31243368"
  swhid: swh:1:dir:dddddddddddddddddddddddddddddddddddddddd
  reading: read
  listed: false
"""


def told(name: str, text: str = ENTRY) -> list[tuple[str, str]]:
    findings = find_exporter(name).losses(read_text(text))
    return [(finding.place.field, finding.message) for finding in findings]


def test_bibtex_says_what_it_cannot_hold_and_what_pdflatex_cannot_print() -> None:
    assert told("bibtex") == [
        ("swhid", "BibTeX has no field for `swhid`"),
        ("reading", "BibTeX has no field for `reading`"),
        ("issued", "BibTeX holds year and month, not all of `2020-05-01`"),
        ("title", "pdflatex cannot print 深 度 学 习; biblatex with lualatex can"),
    ]


def test_biblatex_says_what_it_cannot_hold() -> None:
    assert told("biblatex") == [
        ("swhid", "BibLaTeX has no field for `swhid`"),
        ("reading", "BibLaTeX has no field for `reading`"),
        ("PMID", "BibLaTeX holds one eprint, and that is `arxiv`"),
    ]


def test_biblatex_says_what_a_type_cannot_hold() -> None:
    text = "references:\n- {id: x, type: blog, URL: 'https://a.org', page: 1}\n"
    assert told("biblatex", text) == [
        ("page", "@online of BibLaTeX has no field for `page`"),
        ("type", "@online of BibLaTeX has no type for a post-weblog; readers take it for a webpage"),
    ]


def test_bibtex_says_what_a_type_cannot_hold() -> None:
    text = "references:\n- {id: x, type: blog, container-title: A Blog, issue: 4}\n"
    assert told("bibtex", text) == [
        ("container-title", "@misc of BibTeX has no field for `container-title`"),
        ("issue", "@misc of BibTeX has no field for `issue`"),
        ("type", "@misc of BibTeX has no type for a post-weblog; readers take it for a document"),
    ]


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "ris", "cff", "coins"])
def test_a_format_that_knows_authors_only_says_whom_it_passes_over(name: str) -> None:
    text = "references:\n- {id: x, type: video, director: 'A, B', producer: 'C, D'}\n"
    assert [field for field, message in told(name, text) if "beside `director`" in message] == ["producer"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("bibtex", ["author"]), ("biblatex", ["author"]), ("ris", ["author"]), ("cff", ["id"]), ("csl-json", [])],
)
def test_orcids_are_lost_where_names_are_text(name: str, expected: list[str]) -> None:
    text = "references:\n- {id: x, author: [{family: A, given: B, ORCID: 0000-0002-1825-0097}]}\n"
    assert [field for field, _ in told(name, text)] == expected


def test_ris_says_what_it_cannot_hold() -> None:
    assert told("ris") == [
        ("swhid", "RIS has no field for `swhid`"),
        ("reading", "RIS has no field for `reading`"),
        ("author", "RIS has no place for the particle of L. van der Maaten (name 1)"),
    ]


@pytest.mark.parametrize("name", ["csl-json", "csl-yaml", "jsonl"])
def test_formats_that_hold_everything_say_nothing(name: str) -> None:
    assert told(name) == []


def test_no_format_loses_anything_of_an_empty_list() -> None:
    empty = read_text("references: []\n")
    assert [name for name, exporter in all_exporters().items() if list(exporter.losses(empty))] == []


def test_a_place_without_its_publisher_is_told() -> None:
    text = "references:\n- {id: x, type: book, publisher-place: Cambridge}\n"
    told_of_place = [message for field, message in told("hayagriva", text) if field == "publisher-place"]
    assert told_of_place == ["Hayagriva has a place for a publisher only, and none is stated"]


def test_losses_of_an_entry_that_no_file_holds_have_a_place_too() -> None:
    losses = find_exporter("ris").losses(made.catalog_of({"id": "a", "rating": 4}, {"id": "b", "reading": "read"}))
    assert [finding.place.path for finding in losses] == [("references", 0, "rating"), ("references", 1, "reading")]
