"""BibLaTeX: what an entry becomes, and that no field is foreign to its type."""

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from readinglist.catalog_file.read import read_text
from readinglist.exporters import find_exporter
from readinglist.exporters._bib.modern import FIELDS
from readinglist.latex.decode import plain_text
from readinglist.latex.encode import unicode_latex
from readinglist.model.catalog import Catalog
from readinglist.model.types import CSL_TYPES
from tests.conftest import SOAK
from tests.exporters.made import catalog_of
from tests.exporters.test_bibtex import nasty_catalog
from tests.exporters.test_golden import every_kind
from tests.support.entries import many_entries
from tests.support.thorny import thorny, thorny_catalog
from tests.support.tools import need

biblatex = find_exporter("biblatex")


def one(fields: str, **options: object) -> str:
    catalog = read_text("references:\n- id: x\n  " + "\n  ".join(fields.split("\n")))
    assert catalog.problems == ()
    return "\n".join(line.strip().rstrip(",") for line in biblatex(catalog, options).splitlines()[:-1])


@pytest.mark.parametrize(
    "issued", ["2023", "2023-10-23", "2020-03/2021-05", "2020~", "2020?", "2020%", "2020-21", "-0044"]
)
def test_a_date_stands_as_it_is(issued: str) -> None:
    assert one(f"issued: {issued}") == f"@misc{{x\ndate = {{{issued}}}"


def test_a_date_without_end_is_spelled_as_biber_reads_it() -> None:
    assert one("issued: 2023/..") == "@misc{x\ndate = {2023/}"


def test_text_stands_in_utf_8_and_never_becomes_a_command() -> None:
    assert (
        one(r"title: Łódź & \input{x}")
        == r"""@misc{x
title = {Łódź \& \textbackslash{}input\textbraceleft{}x\textbraceright{}}"""
    )


def test_former_ids_go_on_working() -> None:
    assert one("aliases: [old, older]") == "@misc{x\nids = {old,older}"


def test_one_eprint_is_chosen_where_there_are_several() -> None:
    assert one("hal: hal-1\nopenreview: abc") == "@misc{x\neprint = {hal-1}\neprinttype = {hal}"


def test_a_publisher_with_an_and_is_one_publisher() -> None:
    assert one("type: book\npublisher: Farrar and Sons") == "@book{x\npublisher = {{Farrar and Sons}}"


def test_a_volume_that_is_no_number_is_said_in_the_note() -> None:
    assert one("type: paper\nvolume: IV-1") == "@article{x\nnote = {Volume IV-1}"


def test_the_language_is_named_where_it_is_not_english() -> None:
    assert one("language: en-GB") == "@misc{x\nlangid = {british}"
    assert one("language: pt-BR") == "@misc{x\nlangid = {brazilian}\nlanguage = {brazilian}"
    assert one("language: zh") == "@misc{x\nlanguage = {zh}"


def test_abstracts_and_annotations_are_written_on_request() -> None:
    entry = "abstract: 50% of it\nannote: Read *this*.\ntags: [a_b, c]"
    assert one(entry) == "@misc{x\nkeywords = {a_b,c}"
    expected = "@misc{x\nabstract = {50\\% of it}\nannotation = {Read *this*.}"
    assert one(entry, abstract=True, annotation=True, keywords=False) == expected


def test_every_type_and_field_is_one_that_biblatex_knows() -> None:
    blocks = re.findall(r"^@(\w+)\{(?:.|\n)*?^\}", biblatex(every_kind()), re.MULTILINE)
    assert set(blocks) <= set(FIELDS)


def test_pybtex_reads_every_nasty_title_back() -> None:
    catalog = nasty_catalog()
    read = parse_string(biblatex(catalog), "bibtex")
    titles = {entry.id: plain_text(unicode_latex(entry.title or "")) for entry in catalog}
    assert {key: plain_text(entry.fields["title"]) for key, entry in read.entries.items()} == titles


@given(st.sampled_from(sorted(CSL_TYPES)), st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_no_text_breaks_the_file(kind: str, text: str) -> None:
    names = ("title", "note", "publisher", "container-title", "event-title", "genre", "volume", "issue", "status")
    entry = {"type": kind, "tags": [text], "author": [{"literal": text}], **dict.fromkeys(names, text)}
    read = parse_string(biblatex(catalog_of(entry, {"id": "after"})), "bibtex")
    assert list(read.entries) == ["x", "after"]


def biber_says(catalog: Catalog, where: Path) -> list[str]:
    need("biber")
    (where / "list.bib").write_text(biblatex(catalog), encoding="utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "--nolog", "list.bib"]
    said = subprocess.run(command, cwd=where, capture_output=True, check=True, text=True).stdout
    assert "INFO - Output to" in said
    return re.findall(r"^(?:WARN|ERROR).*$", said, re.MULTILINE)


@pytest.mark.tex
def test_biber_finds_nothing_wrong_with_one_entry_of_every_kind(tmp_path: Path) -> None:
    assert biber_says(every_kind(), tmp_path) == []


@pytest.mark.tex
def test_biber_finds_nothing_wrong_with_thorny_entries(tmp_path: Path) -> None:
    assert biber_says(thorny_catalog(thorny(2000 if SOAK else 120)), tmp_path) == []


@pytest.mark.tex
def test_biber_misses_only_fields_that_an_entry_does_not_state(tmp_path: Path) -> None:
    said = biber_says(many_entries(2000 if SOAK else 120), tmp_path)
    assert [line for line in said if "Missing mandatory field" not in line] == []
