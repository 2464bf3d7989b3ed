"""CSL-JSON and the YAML that pandoc takes: nothing lost, valid, and read by pandoc as it is meant."""

import json
import os
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.catalog_file.read import read_text
from readinglist.exporters import find_exporter
from readinglist.model.entry import fields_of
from tests.conftest import SOAK
from tests.exporters.made import catalog_of
from tests.exporters.test_golden import every_kind
from tests.latex.nasty import BEYOND, TITLES
from tests.support.entries import many_entries
from tests.support.tools import pandoc

csl_json, csl_yaml, jsonl = map(find_exporter, ("csl-json", "csl-yaml", "jsonl"))


def one(**fields: object) -> dict[str, object]:
    (item,) = json.loads(csl_json(catalog_of(fields)))
    return {name: value for name, value in item.items() if name not in {"id", "type"}}


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2023", {"date-parts": [[2023]]}),
        ("2023-10-23", {"date-parts": [[2023, 10, 23]]}),
        ("2020-03/2021-05", {"date-parts": [[2020, 3], [2021, 5]]}),
    ],
)
def test_a_date_that_csl_holds_stands_alone(issued: str, expected: object) -> None:
    assert one(issued=issued) == {"issued": expected}


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2020~", {"date-parts": [[2020]], "circa": True}),
        ("2020?", {"date-parts": [[2020]], "circa": True}),
        ("2020-21", {"date-parts": [[2020]], "season": 1}),
        ("2023/..", {"date-parts": [[2023]]}),
    ],
)
def test_a_date_that_csl_holds_in_part_stands_in_full_beside_it(issued: str, expected: object) -> None:
    assert one(issued=issued) == {"issued": expected, "custom": {"readinglist": {"issued": issued}}}


def test_capitals_that_must_stay_are_marked() -> None:
    assert one(title="Kernels for GPUs") == {"title": 'Kernels for <span class="nocase">GPUs</span>'}


def test_tags_and_areas_have_places_of_their_own() -> None:
    assert one(tags=["a", "b"], keyword="c", area=["x"]) == {
        "categories": ["x"],
        "keyword": "a, b, c",
        "custom": {"readinglist": {"keyword": "c", "area": ["x"], "tags": ["a", "b"]}},
    }


def test_names_keep_their_parts_and_orcids_stand_beside_them() -> None:
    person = {"family": "Maaten", "given": "L.", "non-dropping-particle": "van der"}
    assert one(author=[person]) == {"author": [person]}
    known = person | {"ORCID": "0000-0002-1825-0097"}
    assert one(author=[known]) == {"author": [person], "custom": {"readinglist": {"author": [known]}}}


def test_annotations_in_several_languages_are_all_kept() -> None:
    said = {"en": "Read it.", "de": "Lies es."}
    assert one(annote=said) == {"annote": "Read it.", "custom": {"readinglist": {"annote": said}}}


def test_jsonl_holds_every_field_of_every_entry_as_the_catalog_has_it() -> None:
    lines = jsonl(every_kind()).splitlines()
    assert [json.loads(line) for line in lines] == [fields_of(entry) for entry in every_kind()]


def test_what_csl_json_holds_and_what_stands_beside_it_is_the_whole_entry() -> None:
    for entry, item in zip(every_kind(), json.loads(csl_json(every_kind())), strict=True):
        stated = fields_of(entry)
        beside = item.get("custom", {}).get("readinglist", {})
        missing = {name for name in stated if name not in item and name not in beside} - {"area"}
        assert (missing, item.get("categories", [])) == (set(), stated.get("area", []))


@pytest.mark.corpus
def test_csl_json_is_valid_against_the_schema_of_csl() -> None:
    corpus = os.environ.get("READINGLIST_CORPUS")
    if not corpus:
        pytest.skip("READINGLIST_CORPUS names no corpus")
    schema = json.loads((Path(corpus) / "csl" / "csl-data.json").read_text("utf-8"))
    validator = jsonschema.Draft7Validator(schema)
    odd = {"rating": 4.5, "others": True, "annote": {"de": "Gut."}, "issued": "2019-21/..", "swhid": None}
    assert list(validator.iter_errors(json.loads(csl_json(every_kind())))) == []
    assert list(validator.iter_errors(json.loads(csl_json(catalog_of(odd))))) == []
    many = many_entries(2000 if SOAK else 120, lists_own=True)
    assert list(validator.iter_errors(json.loads(csl_json(many)))) == []


def test_an_empty_list_is_an_empty_document() -> None:
    assert (csl_json(catalog_of()), csl_yaml(catalog_of()), jsonl(catalog_of())) == ("[]\n", "references: []\n", "")


def test_what_csl_yaml_writes_is_a_catalog_again() -> None:
    entry = {"title": "On", "author": [{"family": "A", "given": "B"}], "rating": 4.5, "minutes": 7, "others": True}
    made = catalog_of(entry | {"issued": "2020~", "tags": ["x"], "custom": {"bibtex": {"a": "1"}}, "listed": False})
    read = read_text(csl_yaml(made))
    assert (read.problems, read.entries) == ((), made.entries)


def test_signs_of_markdown_are_written_so_that_pandoc_takes_them_for_text() -> None:
    text = csl_yaml(catalog_of({"title": "*stars* at $5 in snake_case", "URL": "https://a.org/~b/_c"}))
    assert r"title: \*stars\* at \$5 in snake_case" in text
    assert r"URL: https://a.org/\~b/\_c" in text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_any_text_makes_a_file_that_can_be_read(text: str) -> None:
    read = read_text(csl_yaml(catalog_of({"title": text, "note": text, "annote": text}, {"id": "after"})))
    assert [entry.id for entry in read] == ["x", "after"]
    assert read.entries[0].annote == text


def pandoc_items(text: str) -> list[dict[str, object]]:
    printed = pandoc("--from", "markdown-smart", "--to", "csljson", text=f"---\n{text}---\n")
    items: list[dict[str, object]] = json.loads(printed)
    return items


def test_pandoc_reads_every_kind_of_entry() -> None:
    items = pandoc_items(csl_yaml(every_kind()))
    dated = {item["id"] for item in items if item["issued"] != {"date-parts": []}}
    assert dated == {entry.id for entry in every_kind()}


def test_pandoc_reads_nasty_text_as_it_is() -> None:
    titles = [title for title in (*TITLES, *BEYOND) if title.isprintable() and "  " not in title]
    names = [{"family": "R_D *x*", "given": "A~b~"}]
    made = catalog_of(*({"id": f"t{at}", "title": title, "author": names} for at, title in enumerate(titles)))
    address = "https://a.org/~b/_c_/*d*/$e$"
    items = pandoc_items(csl_yaml(made.only((*made.entries, *catalog_of({"URL": address}).entries))))
    plain = {str(item["id"]): str(item.get("title", "")) for item in items}
    wrong = {title: plain[f"t{at}"] for at, title in enumerate(titles) if _bare(plain[f"t{at}"]) != _bare(title)}
    assert wrong == {}
    assert (items[0]["author"], items[-1]["URL"]) == (names, address)


def _bare(title: str) -> str:
    title = title.replace('<span class="nocase">', "").replace("</span>", "").replace("\u00a0", " ")
    return title.replace("<sup>TM</sup>", "™").replace("<sup>a</sup>", "ª")  # which pandoc takes for raised letters
