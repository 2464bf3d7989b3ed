"""Indexes and proceedings: DBLP, Semantic Scholar, OpenAlex, OpenReview, ACL, PMLR, NeurIPS; and searches."""

from __future__ import annotations

from typing import Any

import pytest

from readinglist.metadata.outcome import Known, Mismatch, NotFound
from readinglist.metadata.subject import Subject
from readinglist.sources import crossref_search, dblp_search, semantic_scholar_search
from readinglist.sources._json import Node
from readinglist.sources._source import Keys
from tests.sources.answers import claimed, read, source


def asked(name: str, kind: Any, value: str, keys: Keys | None = None) -> str:
    question = source(name).question(Subject(kind, value), keys or Keys())
    assert question
    return question.url


BIB = """@inproceedings{DBLP:conf/dac/ZhangYY21,
  author       = {Xiaopeng Zhang 0009 and Haoyu Yang and Evangeline F. Y. Young},
  title        = {Attentional Transfer is All You Need: Technology-aware Layout Pattern Generation},
  booktitle    = {58th {ACM/IEEE} Design Automation Conference, {DAC} 2021},
  pages        = {169--174},
  publisher    = {{IEEE}},
  year         = {2021},
  doi          = {10.1109/DAC18074.2021.9586227}
}"""


def test_a_record_of_dblp_names_people_without_its_numbers() -> None:
    found = claimed(read("dblp", "dblp", "conf/dac/ZhangYY21", BIB))

    assert found["author"] == [
        {"family": "Zhang", "given": "Xiaopeng"},
        {"family": "Yang", "given": "Haoyu"},
        {"family": "Young", "given": "Evangeline F. Y."},
    ]
    assert isinstance(read("dblp", "dblp", "conf/dac/Other21", BIB), Mismatch)
    assert (found["type"], found["page"], found["DOI"]) == (
        "paper-conference",
        "169-174",
        "10.1109/DAC18074.2021.9586227",
    )


def test_the_acl_anthology_leads_to_the_registry() -> None:
    bib = "@inproceedings{a, title={T}, author={Lee, Ann}, year={2020}, doi={10.18653/v1/2020.acl-main.1}}"

    outcome = read("acl-anthology", "acl", "2020.acl-main.1", bib)

    assert isinstance(outcome, Known)
    assert outcome.see == ("10.18653/v1/2020.acl-main.1",)


PAPER = {
    "paperId": "6fe8",
    "externalIds": {
        "ArXiv": "2211.05102",
        "DBLP": "conf/mlsys/PopeDCDBHXAD23",
        "CorpusId": 253420623,
        "DOI": "10.1000/x",
    },
    "title": "Efficiently Scaling Transformer Inference",
    "authors": [{"name": "Reiner Pope"}, {"name": "S. Douglas"}],
    "year": 2022,
    "publicationDate": "2022-11-09",
    "venue": "Conference on Machine Learning and Systems",
    "publicationTypes": ["JournalArticle"],
    "journal": {"volume": "abs/2211.05102", "name": "ArXiv"},
}


def test_semantic_scholar_knows_what_else_a_paper_is_called() -> None:
    outcome = read("semantic-scholar", "arxiv", "2211.05102v1", PAPER)

    assert isinstance(outcome, Known)
    assert outcome.see == ("doi:10.1000/x", "arxiv:2211.05102", "dblp:conf/mlsys/PopeDCDBHXAD23")
    by_field = {claim.field: claim for claim in outcome.claims}
    assert by_field["author"].confidence < by_field["title"].confidence  # its names are often initials


def test_openalex_is_not_believed_on_the_first_of_january() -> None:
    work = {
        "doi": "https://doi.org/10.1007/978-3-319-75889-3_1",
        "ids": {"doi": "https://doi.org/10.1007/978-3-319-75889-3_1"},
        "title": "Climate Change",
        "type": "book-chapter",
        "publication_date": "2018-01-01",
        "publication_year": 2018,
        "authorships": [{"author": {"display_name": "Hunter Jones (15649)", "orcid": None}}],
        "primary_location": {
            "source": {"display_name": "SpringerBriefs", "host_organization_name": "Springer", "issn_l": None},
            "license": "cc-by",
        },
        "biblio": {"volume": None, "issue": None, "first_page": "1", "last_page": "13"},
        "language": "en",
    }

    assert claimed(read("openalex", "doi", "10.1007/978-3-319-75889-3_1", work)) == {
        "type": "chapter",
        "title": "Climate Change",
        "author": [{"family": "Jones", "given": "Hunter"}],
        "issued": "2018",
        "container-title": "SpringerBriefs",
        "publisher": "Springer",
        "DOI": "10.1007/978-3-319-75889-3_1",
        "page": "1-13",
        "language": "en",
    }
    assert isinstance(read("openalex", "doi", "10.1000/other", work), Mismatch)


def test_a_key_for_openalex_is_stripped_and_left_out_when_empty() -> None:
    plain = "https://api.openalex.org/works/doi:10.1000/1"

    assert asked("openalex", "doi", "10.1000/1", Keys(by_source={"openalex": " \n"})) == plain
    assert asked("openalex", "doi", "10.1000/1", Keys(by_source={"openalex": "k\n"})) == f"{plain}?api_key=k"


@pytest.mark.parametrize("wrap", [lambda value: {"value": value}, lambda value: value], ids=["version 2", "version 1"])
def test_openreview_tells_an_accepted_paper_from_a_submission(wrap: Any) -> None:
    def note(venue: str) -> dict[str, Any]:
        content = {
            "title": wrap("A Paper"),
            "authors": wrap(["Ann Lee"]),
            "venue": wrap(venue),
            "_bibtex": wrap("@inproceedings{a, title={A Paper}, booktitle={The Twelfth ICLR}, year={2024}}"),
        }
        return {"notes": [{"id": "rJl-b3RcF7", "content": content, "cdate": 1695900000000}]}

    accepted = claimed(read("openreview", "openreview", "rJl-b3RcF7", note("ICLR 2024 poster")))
    submitted = claimed(read("openreview", "openreview", "rJl-b3RcF7", note("Submitted to ICLR 2024")))

    common = {
        "title": "A Paper",
        "author": [{"family": "Lee", "given": "Ann"}],
        "openreview": "rJl-b3RcF7",
        "URL": "https://openreview.net/forum?id=rJl-b3RcF7",
    }
    assert accepted == common | {"type": "paper-conference", "container-title": "The Twelfth ICLR", "issued": "2024"}
    assert submitted == common | {"type": "manuscript", "issued": "2023-09-28"}
    assert isinstance(read("openreview", "openreview", "other", note("ICLR")), Mismatch)


VOLUME = """
@Proceedings{ICML-2021, title = {Proceedings of the 38th ICML}, volume = {139}}
@InProceedings{pmlr-v139-abc21a, title = {Other}, author = {Doe, J}, year = {2021}}
@InProceedings{pmlr-v139-kim21f,
  title = 	 {A {P}aper}, author = {Kim, Ann}, pages = {1--9}, year = {2021}}
@InProceedings{pmlr-v139-kim21g, title = {Next}, author = {Kim, Bo}, year = {2021}}
"""


def test_a_paper_of_pmlr_is_found_in_the_file_of_its_volume() -> None:
    address = "https://proceedings.mlr.press/v139/kim21f/kim21f.pdf"

    assert asked("pmlr", "url", address) == "https://proceedings.mlr.press/v139/assets/bib/bibliography.bib"
    assert claimed(read("pmlr", "url", address, VOLUME))["title"] == "A Paper"
    assert isinstance(read("pmlr", "url", "https://proceedings.mlr.press/v139/none21.html", VOLUME), NotFound)


def test_only_pages_of_the_proceedings_are_asked_of_them() -> None:
    paper = "https://papers.nips.cc/paper/2017/hash/3f5ee243547dee91fbd053c1c4a845aa-Abstract.html"
    bib = "https://proceedings.neurips.cc/paper_files/paper/2017/file/3f5ee243547dee91fbd053c1c4a845aa-Bibtex.bib"

    assert asked("neurips", "url", paper) == bib
    for name in ("neurips", "pmlr"):
        assert source(name).question(Subject("url", "https://example.org/paper"), Keys()) is None


ITEMS = {
    "message": {
        "items": [
            {"DOI": "10.48550/arxiv.1", "type": "posted-content", "subtype": "preprint", "title": ["T"]},
            {
                "DOI": "10.1000/B",
                "type": "proceedings-article",
                "title": ["T"],
                "author": [{"family": "Lee", "given": "A"}],
                "issued": {"date-parts": [[2020]]},
                "container-title": ["Conf"],
            },
        ]
    }
}
HITS = {
    "result": {
        "hits": {
            "hit": [
                {
                    "info": {
                        "title": "T.",
                        "venue": "CoRR",
                        "year": "2019",
                        "key": "journals/corr/a",
                        "authors": {"author": {"text": "A Lee"}},
                    }
                },
                {
                    "info": {
                        "title": "T.",
                        "venue": "ICML",
                        "year": "2020",
                        "type": "Conference and Workshop Papers",
                        "key": "conf/icml/Lee20",
                        "authors": {"author": [{"text": "Ann Lee 0001"}, {"text": "Bo Kim"}]},
                    }
                },
            ]
        }
    }
}


def test_a_search_of_crossref_names_what_it_found_but_for_preprints() -> None:
    outcome = read("crossref-search", "words", "T Lee", ITEMS)
    _, second = crossref_search.versions(Node(ITEMS))

    assert outcome == Known((), see=("doi:10.1000/b",))
    assert (second.title, second.families, second.year, second.venue) == ("T", ("Lee",), 2020, "Conf")
    assert isinstance(read("crossref-search", "words", "T", {"message": {"items": []}}), NotFound)


def test_a_search_of_dblp_reads_one_author_and_many() -> None:
    first, second = dblp_search.versions(Node(HITS))

    assert read("dblp-search", "words", "T", HITS) == Known((), see=("dblp:conf/icml/Lee20",))
    assert (first.families, first.is_preprint) == (("Lee",), True)
    assert (second.title, second.families, second.kind, second.venue) == (
        "T",
        ("Lee", "Kim"),
        "paper-conference",
        "ICML",
    )
    assert asked("dblp-search", "words", "Attention: is all. C++") == (
        "https://dblp.org/search/publ/api?q=Attention+is+all+C%2B%2B&format=json&h=10"
    )


def test_the_best_match_of_semantic_scholar_is_compared_by_its_record() -> None:
    found = {"data": [{**PAPER, "matchScore": 109.6}]}

    (version,) = semantic_scholar_search.versions(Node(found))

    assert version.names == ("doi:10.1000/x", "dblp:conf/mlsys/PopeDCDBHXAD23")
    assert (version.families, version.year) == (("Pope", "Douglas"), 2022)
