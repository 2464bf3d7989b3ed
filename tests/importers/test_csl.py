"""CSL items, whoever wrote them."""

import json
from typing import Any

import pytest

from tests.importers.reading import one, read, told


def item(**variables: Any) -> dict[str, Any]:
    return one("csl-json", json.dumps([{"id": "x", "type": "book", "title": "T"} | variables]))


def test_an_item_keeps_the_names_that_it_has() -> None:
    fields = item(author=[{"family": "Kwon", "given": "W"}], issued={"date-parts": [[2023, 10, 23]]}, volume=3)
    assert fields == {
        "id": "x",
        "type": "book",
        "title": "T",
        "author": [{"family": "Kwon", "given": "W"}],
        "issued": "2023-10-23",
        "volume": "3",
    }


@pytest.mark.parametrize(
    ("date", "read"),
    [
        ({"date-parts": [["2020", "3"], [2021, 5]]}, "2020-03/2021-05"),
        ({"date-parts": [[2020]], "circa": True}, "2020~"),
        ({"date-parts": [[2020]], "season": 1}, "2020-21"),
        ({"raw": "June 5, 2020"}, "2020-06-05"),
        ({"literal": "2020"}, "2020"),
        ("2020-03-05T10:00:00Z", "2020-03-05"),
        ({"date-parts": [[2018, 10, 21, 7]]}, "2018-10-21"),
        ({"date-parts": [[2020, 13, 45]]}, "2020"),
    ],
)
def test_dates_are_read_in_every_form(date: Any, read: str) -> None:
    assert item(issued=date)["issued"] == read


@pytest.mark.parametrize(
    ("written", "type"),
    [("journal-article", "article-journal"), ("motion-picture", "motion_picture"), ("posted-content", "article")],
)
def test_types_of_other_programs_become_those_of_csl(written: str, type: str) -> None:
    assert item(type=written)["type"] == type


def test_markup_in_titles_goes_and_its_protection_stays_where_it_is_needed() -> None:
    fields = item(
        title='The <i>Secret Life</i> of <span class="nocase">Bees</span> &amp; <span class="nocase">GPU</span>s'
    )
    assert (fields["title"], fields["protect"]) == ("The Secret Life of Bees & GPUs", ["Bees"])


def test_an_id_that_is_the_address_of_a_library_is_no_key() -> None:
    assert item(id="http://zotero.org/users/1/items/ABC", **{"citation-key": "kwon2023"})["id"] == "kwon2023"
    assert item(id="http://zotero.org/users/1/items/ABC", issued="2020")["id"] == "2020t"


def test_what_csl_does_not_know_is_kept() -> None:
    assert item(seeAlso=["b"], custom={"rank": 1})["custom"] == {"rank": "1", "csl": {"seeAlso": ["b"]}}


def test_an_item_of_zotero_itself_is_read() -> None:
    text = json.dumps(
        {
            "config": {"id": "36a3b0b5"},
            "items": [
                {
                    "itemType": "conferencePaper",
                    "citationKey": "vaswani2017",
                    "title": "Attention",
                    "creators": [{"creatorType": "author", "firstName": "Ashish", "lastName": "Vaswani"}],
                    "date": "2017-06",
                    "proceedingsTitle": "NeurIPS",
                    "tags": [{"tag": "nlp"}],
                }
            ],
        }
    )
    assert one("csl-json", text) == {
        "id": "vaswani2017",
        "type": "paper-conference",
        "title": "Attention",
        "author": [{"family": "Vaswani", "given": "Ashish"}],
        "issued": "2017-06",
        "container-title": "NeurIPS",
        "tags": ["nlp"],
    }


def test_a_broken_item_does_not_hide_the_others() -> None:
    text = '[{"id": "a", "title": "A"},\n {"id": "b", "title": },\n {"id": "c", "title": "C"}]'
    assert [fields["id"] for fields in read("csl-json", text)] == ["a", "c"]
    assert told("csl-json", text) == ["2:2 entry-dropped"]


def test_a_file_that_is_cut_off_gives_the_items_before() -> None:
    text = '[{"id": "a", "title": "A"},\n {"id": "b", "ti'
    assert [fields["id"] for fields in read("csl-json", text)] == ["a"]
    assert told("csl-json", text) == ["2:2 entry-dropped"]


@pytest.mark.parametrize("text", ['[1, "a", null]', "[[]]", '{"a": 1', "not json", "{}", "[{}]"])
def test_what_is_no_item_is_told_and_nothing_breaks(text: str) -> None:
    assert read("csl-json", text) == []
    assert text == "{}" or told("csl-json", text)


def test_the_references_of_a_document_are_read_without_their_markdown() -> None:
    text = """---
title: A document
references:
- id: kwon2023
  type: article-journal
  title: "[vLLM]{.nocase} and *paged* attention \\\\[draft\\\\]"
  author: [{family: Kwon, given: Woosuk}, {literal: R\\&D}]
  issued: {year: 2023, month: 10}
---
The text of the document.
"""
    assert one("csl-yaml", text) == {
        "id": "kwon2023",
        "type": "article-journal",
        "title": "vLLM and paged attention [draft]",
        "author": [{"family": "Kwon", "given": "Woosuk"}, {"literal": "R&D"}],
        "issued": "2023-10",
    }


def test_a_broken_reference_in_yaml_does_not_hide_the_others() -> None:
    text = "references:\n- {id: a, title: A}\n- {id: b, title: [}\n- {id: c, title: C}\n"
    assert [fields["id"] for fields in read("csl-yaml", text)] == ["a", "c"]
    assert [each.split()[1] for each in told("csl-yaml", text)] == ["yaml-syntax"]


def test_a_note_that_is_a_list_is_kept() -> None:
    assert item(note=["x", "arXiv: 2211.05102"])["custom"] == {"csl-json": {"note": ["x", "arXiv: 2211.05102"]}}
