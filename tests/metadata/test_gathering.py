"""Who is asked about what, whose leads are followed, and what is believed in the end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from readinglist.metadata.claim import Claim
from readinglist.metadata.gathering import Gathered, gather
from readinglist.metadata.merging import cleaned, merge
from readinglist.metadata.outcome import Known, Mismatch
from readinglist.metadata.resolving import resolve
from readinglist.sources._source import Source
from readinglist.web.messages import Answer
from tests.metadata.fakes import Clock, Web, desk, registry, says
from tests.support.corpus import CORPUS, corpus

JANE, JOHN, ANNA = (
    {"family": "Doe", "given": "Jane"},
    {"family": "Roe", "given": "John"},
    {"family": "Poe", "given": "Anna"},
)
WHOLE: dict[str, Any] = {"title": "A Study of Caches", "author": [JANE], "issued": "2024"}

CROSSREF = registry("crossref", "doi", rank=10, agency="Crossref")
DATACITE = registry("datacite", "doi", rank=11, agency="DataCite")
CSL = registry("csl", "doi", rank=30)
ARXIV = registry("arxiv", "arxiv", rank=9)
PAGE = registry("page", "url", rank=50)
PUBMED = registry("pubmed", "pmid", rank=12)
CITATION = registry("citation", "github", rank=20)
README = registry("readme", "github", rank=21)
API = registry("api", "github", rank=22)
ALL = (API, ARXIV, CITATION, CROSSREF, CSL, DATACITE, PAGE, PUBMED, README)

RA = "https://doi.org/ra/10.1000"


def agency(name: str) -> Answer:
    return Answer(RA, 200, {}, f'[{{"DOI": "10.1000", "RA": "{name}"}}]'.encode())


def asked(typed: str, pages: dict[str, Any], sources: tuple[Source, ...] = ALL) -> tuple[Gathered, list[str]]:
    web = Web(Clock(), {url: says(url, **page) if isinstance(page, dict) else page for url, page in pages.items()})
    return gather(desk(web), [resolve(typed)], sources), web.urls


def source_of(gathered: Gathered) -> dict[str, str]:
    return {name: each.claim.source for name, each in merge(gathered).stated.items()}


def test_a_doi_is_asked_of_the_agency_that_registered_it() -> None:
    _, urls = asked("10.1000/x", {RA: agency("DataCite"), "https://datacite.example/doi/10.1000/x": WHOLE})
    assert urls == [RA, "https://datacite.example/doi/10.1000/x"]


def test_a_doi_of_an_agency_without_a_source_of_its_own_is_asked_by_negotiation() -> None:
    _, urls = asked("10.1000/x", {RA: agency("mEDRA"), "https://csl.example/doi/10.1000/x": WHOLE})
    assert urls == [RA, "https://csl.example/doi/10.1000/x"]


def test_where_nobody_says_who_registered_it_everybody_is_asked() -> None:
    _, urls = asked("10.1000/x", {RA: Answer(RA, 500), "https://csl.example/doi/10.1000/x": WHOLE})
    assert urls[-3:] == [f"https://{name}.example/doi/10.1000/x" for name in ("crossref", "datacite", "csl")]


def test_the_next_is_asked_while_something_is_missing_and_a_partial_answer_is_better_than_none() -> None:
    gathered, urls = asked(
        "10.1000/x",
        {
            RA: agency("Crossref"),
            "https://crossref.example/doi/10.1000/x": {"title": "A Study of Caches", "issued": "2024"},
            "https://csl.example/doi/10.1000/x": Answer("", 500),
            "https://page.example/url/https://doi.org/10.1000/x": Answer("", 403),
        },
    )
    assert merge(gathered).fields == {"title": "A Study of Caches", "issued": "2024"}
    assert gathered.lacks == ["author"]
    assert urls[0] == RA and urls[1] == "https://crossref.example/doi/10.1000/x"
    assert urls[-1] == "https://page.example/url/https://doi.org/10.1000/x"
    assert [type(each.outcome).__name__ for each in gathered.heard] == ["Known", "Unavailable", "Blocked"]


def test_github_is_asked_for_the_authors_own_citation_first() -> None:
    cff = "https://citation.example/github/o/r"
    assert asked("github:o/r", {cff: WHOLE})[1] == [cff]
    pages = {"https://readme.example/github/o/r": {"title": "R"}, "https://api.example/github/o/r": WHOLE}
    assert asked("github:o/r", pages)[1] == [cff, *pages]


def test_a_page_that_names_its_doi_leads_to_the_registry_if_the_titles_agree() -> None:
    page = "https://page.example/url/https://a.example/p"
    gathered, _ = asked(
        "https://a.example/p",
        {
            page: {"title": "A study of caches", "see": ["10.1000/x"]},
            RA: agency("Crossref"),
            "https://crossref.example/doi/10.1000/x": {**WHOLE, "volume": "7"},
        },
    )
    assert source_of(gathered) == {
        "title": "crossref",
        "author": "crossref",
        "issued": "crossref",
        "volume": "crossref",
    }


def test_a_page_about_one_work_that_names_the_doi_of_another_is_not_believed() -> None:
    page = "https://page.example/url/https://a.example/p"
    gathered, _ = asked(
        "https://a.example/p",
        {
            page: {"title": "What I Read Last Week", "see": ["10.1000/x"]},
            RA: agency("Crossref"),
            "https://crossref.example/doi/10.1000/x": WHOLE,
        },
    )
    assert merge(gathered).fields == {"title": "What I Read Last Week"}
    assert Mismatch("the record is of another work, 'A Study of Caches'") in [each.outcome for each in gathered.heard]


def test_pubmed_leads_to_the_doi() -> None:
    gathered, _ = asked(
        "pmid:31243368",
        {
            "https://pubmed.example/pmid/31243368": {"title": "Caches, a Study", "see": ["doi:10.1000/x"]},
            RA: agency("Crossref"),
            "https://crossref.example/doi/10.1000/x": {**WHOLE, "page": "1-9"},
        },
    )
    assert merge(gathered).fields["page"] == "1-9"


def test_a_preprint_is_not_mixed_with_its_published_version() -> None:
    paper = "https://arxiv.example/arxiv/2211.05102"
    gathered, urls = asked("arXiv:2211.05102", {paper: {**WHOLE, "see": ["10.1000/x"]}})
    assert urls == [paper]
    assert merge(gathered).fields == WHOLE


def test_leads_in_a_circle_end() -> None:
    pages = {
        "https://page.example/url/https://a.example/p": {"title": "T", "see": ["isbn:9780262033848", "pmid:31243368"]}
    }
    books = registry("books", "isbn", rank=5)
    pages["https://books.example/isbn/9780262033848"] = {
        "title": "T",
        "see": ["isbn:9780262033848", "isbn:9780804429573"],
    }
    pages["https://books.example/isbn/9780804429573"] = {"title": "T", "see": ["isbn:9780262033848"]}
    _, urls = asked("https://a.example/p", pages, (*ALL, books))
    assert len(urls) == len(set(urls)) <= 6


def merged(*said: tuple[int, float, dict[str, Any]]) -> dict[str, Any]:
    """Merge what sources of these ranks claim with these confidences."""
    sources = tuple(registry(f"s{number}", "pmid", rank=rank) for number, (rank, _, _) in enumerate(said))
    pages = {
        f"https://s{number}.example/pmid/1": {"confidence": sure, **fields}
        for number, (_, sure, fields) in enumerate(said)
    }
    return merge(asked("pmid:1", pages, sources)[0]).fields


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ([(10, 0.9, {"title": "One"}), (20, 0.95, {"title": "Two"})], "title", "One"),
        ([(10, 0.4, {"title": "One"}), (20, 0.8, {"title": "Two"})], "title", "Two"),
        ([(10, 0.9, {"issued": "2024"}), (20, 0.9, {"issued": "2024-05-17"})], "issued", "2024-05-17"),
        ([(10, 0.9, {"issued": "2024"}), (20, 0.9, {"issued": "2023-05-17"})], "issued", "2024"),
        ([(10, 0.9, {"issued": "2024"}), (20, 0.5, {"issued": "2024-05-17"})], "issued", "2024"),
        (
            [(10, 0.9, {"author": [JANE, JOHN]}), (20, 0.9, {"author": [JANE, ANNA, JOHN]})],
            "author",
            [JANE, ANNA, JOHN],
        ),
        ([(10, 0.9, {"author": [JANE, JOHN]}), (20, 0.9, {"author": [JANE, ANNA]})], "author", [JANE, JOHN]),
        ([(10, 0.9, {"author": [{"family": "Doe", "given": "J."}]}), (20, 0.9, {"author": [JANE]})], "author", [JANE]),
        ([(10, 0.9, {"author": [JANE]}), (20, 0.9, {"author": [{"family": "Doe", "given": "J."}]})], "author", [JANE]),
        ([(10, 0.9, {"type": "software"}), (20, 0.9, {"type": "article", "genre": "Preprint"})], "genre", None),
        ([(10, 0.9, {"DOI": "10.48550/arXiv.2211.05102"}), (20, 0.9, {"arxiv": "2211.05102"})], "DOI", None),
    ],
)
def test_the_table_of_precedence(said: list[tuple[int, float, dict[str, Any]]], field: str, value: Any) -> None:
    assert merged(*said).get(field) == value


def test_who_says_otherwise_is_kept() -> None:
    sources = (registry("mlsys", "pmid", rank=1), registry("arxiv", "pmid", rank=2))
    pages = {
        "https://mlsys.example/pmid/1": {"title": "T", "author": [JANE, JOHN]},
        "https://arxiv.example/pmid/1": {"title": "T", "author": [JANE, ANNA, JOHN]},
    }
    author = merge(asked("pmid:1", pages, sources)[0]).stated["author"]
    assert (author.claim.source, author.value) == ("arxiv", [JANE, ANNA, JOHN])
    assert [(claim.source, claim.value) for claim in author.conflicting] == [("mlsys", [JANE, JOHN])]


@pytest.mark.parametrize(
    ("field", "value", "clean"),
    [
        ("title", "a\x1b[31mred\x1b[0m b", "ared b"),
        ("title", "a\x1b]0;owned\x07b", "ab"),
        ("title", "one\ntwo\r\n::error::three", "one two ::error::three"),
        ("title", "user\u202egpj.exe\u202c", "usergpj.exe"),
        ("title", "zero\u200bwidth\u2066", "zerowidth"),
        ("title", "\x1b[2J", None),
        ("title", "  ", None),
        ("DOI", "10.1000/x y", None),
        ("issued", "yesterday", None),
        ("URL", "javascript:alert(1)", None),
        ("minutes", "many", None),
        ("no-such-field", "x", None),
        ("author", [{"family": "D\x1b[1moe", "given": "J\nane"}], [{"family": "Doe", "given": "J ane"}]),
        ("author", [{"nonsense": "x"}], None),
        ("volume", 7, "7"),
    ],
)
def test_a_claim_that_acts_or_fits_no_catalog_is_not_taken_over(field: str, value: Any, clean: Any) -> None:
    claim = cleaned(Claim(field, value, "s", "at\x1b[1m", 0.9))
    assert (claim and claim.value) == clean
    assert claim is None or claim.locator == "at"


@pytest.mark.corpus
@corpus
def test_every_recorded_error_is_a_typed_failure_and_no_work(tmp_path: Path) -> None:
    number = 0
    for line in (CORPUS / "metadata/manifest.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        status = (record.get("http") or {}).get("status") or 200
        if status < 400:
            continue
        body = (CORPUS / "metadata" / record["file"]).read_bytes()
        url = f"https://a.example/{number}"
        web = Web(Clock(), {url: Answer(url, status, {}, body)})
        gathered = gather(desk(web, tmp_path), [resolve(url)])
        assert [isinstance(each.outcome, Known) for each in gathered.heard] == [False], record["file"]
        assert merge(gathered).fields == {}
        number += 1
    assert number >= 10
