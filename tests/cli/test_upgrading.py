"""`upgrade`: what became of a preprint, with reasons; no work is ever taken for another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import responses

from tests.cli.conftest import Run, read, write
from tests.support.services import arxiv, as_json, asked, crossref, services

LIST = """\
version: 1
references:
- id: kwon2023
  type: article
  genre: Preprint
  title: Efficient Memory Management for Large Language Model Serving with PagedAttention
  author:
  - {family: Kwon, given: Woosuk}
  - {family: Li, given: Zhuohan}
  issued: 2023-09-12
  publisher: arXiv
  arxiv: "2309.06180"
  URL: https://arxiv.org/abs/2309.06180
  annote: The paper behind vLLM.
"""
UPGRADED = """\
version: 1
references:
- id: kwon2023
  type: paper-conference
  title: Efficient Memory Management for Large Language Model Serving with PagedAttention
  author:
  - {family: Kwon, given: Woosuk}
  - {family: Li, given: Zhuohan}
  issued: 2023-10-23
  available-date: 2023-09-12
  container-title: Proceedings of the 29th Symposium on Operating Systems Principles
  page: 611-626
  publisher: ACM
  DOI: 10.1145/3600006.3613165
  arxiv: "2309.06180"
  URL: https://arxiv.org/abs/2309.06180
  annote: The paper behind vLLM.
"""
TITLE = "Efficient Memory Management for Large Language Model Serving with PagedAttention"
PEOPLE = [("Woosuk", "Kwon"), ("Zhuohan", "Li")]
DOI = "10.1145/3600006.3613165"


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[responses.RequestsMock]:
    monkeypatch.setattr("time.sleep", lambda _: None)
    with services() as network:
        yield network


def published(
    network: responses.RequestsMock, title: str = TITLE, people: list[tuple[str, str]] = PEOPLE, year: int = 2023
) -> None:
    crossref(
        network,
        DOI,
        title,
        people,
        type="proceedings-article",
        issued={"date-parts": [[year, 10, 23]]},
        container_title=["Proceedings of the 29th Symposium on Operating Systems Principles"],
        page="611-626",
        publisher="ACM",
    )


def preprint(network: responses.RequestsMock, doi: str = "") -> None:
    arxiv(network, {"number": "2309.06180", "title": TITLE, "authors": PEOPLE, "date": "2023-09-12", "doi": doi})


def found_by_search(network: responses.RequestsMock) -> None:
    as_json(network, "https://api.crossref.org/works", {"message": {"items": [{"DOI": DOI}]}})


def test_what_arxiv_names_as_published_is_proposed_with_its_reasons_and_not_written(
    run: Run, network: responses.RequestsMock
) -> None:
    write("catalog.yaml", LIST)
    preprint(network, DOI)
    published(network)
    result = run("upgrade")
    assert result.stdout.splitlines()[0] == (
        f"kwon2023: published as '{TITLE}', Proceedings of the 29th Symposium on Operating Systems Principles, 2023 "
        f"[doi:{DOI}]: 1.00 (title 1.00, authors 1.00: 2 of 2, year 1.00: 2023, 2023, named as its published version)"
    )
    assert "  - genre" in result.stdout and f"+  DOI: {DOI}" in result.stdout
    assert "1 of 1 preprints have been published" in result.stderr
    assert read() == LIST


def test_the_entry_keeps_its_number_and_both_dates(run: Run, network: responses.RequestsMock) -> None:
    write("catalog.yaml", LIST)
    preprint(network, DOI)
    published(network)
    assert run("upgrade", "--write").status == 0
    assert read() == UPGRADED
    assert '"DOI":"crossref@' in read("ledger.jsonl")
    assert run("upgrade").stderr.endswith("0 of 0 preprints have been published, as far as is known\n")


def test_a_search_finds_what_nobody_names(run: Run, network: responses.RequestsMock) -> None:
    write("catalog.yaml", LIST)
    preprint(network)
    found_by_search(network)
    published(network)
    assert "kwon2023: published as" in run("upgrade").stdout
    assert any("query.bibliographic=" in url for url in asked(network))


@pytest.mark.parametrize(
    ("title", "people", "year"),
    [
        (f"{TITLE}+", PEOPLE, 2023),
        (f"{TITLE} 2", PEOPLE, 2023),
        (TITLE, [("Jane", "Doe"), ("John", "Roe")], 2023),
        ("Efficient Scheduling for Large Language Model Training", PEOPLE, 2023),
        (TITLE, PEOPLE, 2031),
    ],
)
def test_another_work_is_never_proposed(
    run: Run, network: responses.RequestsMock, title: str, people: list[tuple[str, str]], year: int
) -> None:
    write("catalog.yaml", LIST)
    preprint(network)
    found_by_search(network)
    published(network, title, people, year)
    result = run("upgrade", "--write")
    assert "published as" not in result.stdout
    assert read() == LIST


def test_a_longer_list_of_authors_stays_and_the_difference_is_told(run: Run, network: responses.RequestsMock) -> None:
    longer = LIST.replace("  issued: 2023-09", "  - {family: Zhuang, given: Siyuan}\n  issued: 2023-09")
    write("catalog.yaml", longer)
    preprint(network, DOI)
    published(network)
    result = run("upgrade", "--write")
    assert "! author: here Woosuk Kwon, Zhuohan Li, Siyuan Zhuang, there Woosuk Kwon, Zhuohan Li" in result.stdout
    assert "Siyuan" in read()


def test_an_outage_proposes_nothing_and_says_so(run: Run, network: responses.RequestsMock) -> None:
    write("catalog.yaml", LIST)
    network.get("https://export.arxiv.org/api/query", status=503)
    result = run("upgrade")
    assert result.stdout == ""
    assert "kwon2023: arxiv did not answer: status 503" in result.stderr
