from __future__ import annotations

from typing import Any

from readinglist.metadata.outcome import Known, Mismatch
from readinglist.metadata.subject import Subject
from readinglist.sources._source import Keys
from tests.sources.answers import claimed, places, read, source

DOI = "10.1145/3600006.3613165"


def work(**fields: Any) -> dict[str, Any]:
    return {"status": "ok", "message-type": "work", "message": {"DOI": DOI, "title": ["T"], **fields}}


def test_a_paper_of_proceedings_is_read_with_the_place_of_each_field() -> None:
    outcome = read(
        "crossref",
        "doi",
        DOI,
        work(
            type="proceedings-article",
            title=["Efficient Memory Management for Large Language Model Serving with PagedAttention"],
            author=[
                {"given": "Woosuk", "family": "Kwon", "ORCID": "http://orcid.org/0009-0001-0000-000X"},
                {"name": "vLLM Team"},
                {"affiliation": []},
            ],
            issued={"date-parts": [[2023, 10, 23]]},
            event={"name": "SOSP '23", "location": "Koblenz Germany", "start": {"date-parts": [[2023, 10, 23]]}},
            page="611-626",
            publisher="ACM",
            **{
                "container-title": ["Proceedings of the 29th Symposium on Operating Systems Principles"],
                "published-print": {"date-parts": [[2023, 10, 23]]},
            },
        ),
    )

    assert claimed(outcome) == {
        "type": "paper-conference",
        "title": "Efficient Memory Management for Large Language Model Serving with PagedAttention",
        "author": [
            {"family": "Kwon", "given": "Woosuk", "ORCID": "0009-0001-0000-000X"},
            {"literal": "vLLM Team"},
        ],
        "issued": "2023-10-23",
        "event-title": "SOSP '23",
        "event-place": "Koblenz Germany",
        "event-date": "2023-10-23",
        "container-title": "Proceedings of the 29th Symposium on Operating Systems Principles",
        "page": "611-626",
        "publisher": "ACM",
        "DOI": DOI,
    }
    assert places(outcome)["title"] == "message.title[0]"
    assert places(outcome)["issued"] == "message.issued"


def test_a_title_is_decoded_twice_keeps_its_subscripts_and_gets_its_subtitle() -> None:
    outcome = read(
        "crossref",
        "doi",
        DOI,
        work(
            title=["CO<jats:sub>2</jats:sub> &amp;amp; <jats:bold>air</jats:bold>\n  in C&lt;T&gt;"],
            subtitle=["a study"],
        ),
    )

    assert claimed(outcome)["title"] == "CO<sub>2</sub> & air in C<T>: a study"


def test_a_list_in_capitals_is_written_like_names() -> None:
    people = [{"given": "AUGUSTA", "family": "LOVELACE"}, {"given": "A. M.", "family": "MC-TURING"}]

    assert claimed(read("crossref", "doi", DOI, work(author=people)))["author"] == [
        {"family": "Lovelace", "given": "Augusta"},
        {"family": "Mc-Turing", "given": "A. M."},
    ]


def test_a_chapter_tells_its_book_from_the_series() -> None:
    fields = {"type": "book-chapter", "container-title": ["Lecture Notes in Computer Science", "ECCV 2014"]}

    found = claimed(read("crossref", "doi", DOI, work(**fields)))

    assert (found["collection-title"], found["container-title"]) == ("Lecture Notes in Computer Science", "ECCV 2014")


def test_a_preprint_names_its_published_version_to_ask_next() -> None:
    relation = {"is-preprint-of": [{"id-type": "doi", "id": "10.1000/published", "asserted-by": "subject"}]}

    outcome = read("crossref", "doi", DOI, work(type="posted-content", subtype="preprint", relation=relation))

    assert isinstance(outcome, Known)
    assert outcome.see == ("10.1000/published",)


def test_another_work_is_a_mismatch_and_an_alias_is_none() -> None:
    assert isinstance(read("crossref", "doi", "10.1000/other", work()), Mismatch)
    assert claimed(read("crossref", "doi", "10.1000/other", work(aliases=["10.1000/OTHER"])))["title"] == "T"


def test_the_contact_is_named_only_where_one_is_configured() -> None:
    def asked(keys: Keys) -> str:
        question = source("crossref").question(Subject("doi", "10.1002/(SICI)1<1::AID>2.0.CO;2-8"), keys)
        assert question
        return question.url

    assert asked(Keys()) == "https://api.crossref.org/works/10.1002/(SICI)1%3C1::AID%3E2.0.CO;2-8"
    assert asked(Keys(contact="me@example.org")).endswith("?mailto=me%40example.org")


def test_a_title_in_its_own_language_only_is_the_title() -> None:
    outcome = read("crossref", "doi", DOI, work(title=[], **{"original-title": ["自律神経・循環器応答"]}))

    assert claimed(outcome)["title"] == "自律神経・循環器応答"


def test_the_series_of_a_book_is_its_collection_and_a_hint_for_its_container() -> None:
    outcome = read("crossref", "doi", DOI, work(type="book", **{"container-title": ["Antarctic Research Series"]}))

    assert isinstance(outcome, Known)
    assert {claim.field: (claim.value, claim.is_firm) for claim in outcome.claims if "-title" in claim.field} == {
        "collection-title": ("Antarctic Research Series", True),
        "container-title": ("Antarctic Research Series", False),
    }
