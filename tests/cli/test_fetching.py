"""`fetch`: proposals with reasons, writing only what is asked for, and the answer to "why this date?"."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import responses

from readinglist import __version__
from tests.cli.conftest import Run, read, write
from tests.support.services import arxiv, asked, crossref, services

LIST = """\
version: 1
references:
- id: kwon2023
  type: paper-conference
  title: Efficient Memory Management with PagedAttention
  author:
  - {family: Kwon, given: W.}
  - {family: Li, given: Zhuohan}
  issued: 2023
  publisher: My Own Words
  DOI: 10.1145/3600006.3613165

- id: unnamed
  title: Something Without an Address
"""
DOI = "10.1145/3600006.3613165"


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[responses.RequestsMock]:
    monkeypatch.setattr("time.sleep", lambda _: None)
    with services() as network:
        yield network


@pytest.fixture
def listed(here: object) -> None:
    write("catalog.yaml", LIST)


def known(network: responses.RequestsMock, **more: Any) -> None:
    fields: dict[str, Any] = {
        "type": "proceedings-article",
        "issued": {"date-parts": [[2023, 10, 23]]},
        "container_title": ["Proceedings of SOSP"],
        "page": "611-626",
        "publisher": "ACM",
        **more,
    }
    people = fields.pop("people", [("Woosuk", "Kwon"), ("Zhuohan", "Li")])
    crossref(network, DOI, "Efficient Memory Management with PagedAttention", people, **fields)


def today(text: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\d(?=\]|#)", "TODAY", text)


def test_what_could_be_filled_and_what_is_more_exact_is_proposed_with_its_reason(
    run: Run, listed: None, network: responses.RequestsMock
) -> None:
    known(network)
    result = run("fetch")
    assert today(result.stdout).splitlines() == [
        "kwon2023",
        "  ~ author: W. Kwon, Zhuohan Li -> Woosuk Kwon, Zhuohan Li; --update author takes it"
        "  [crossref message.author, 0.95, TODAY]",
        "  ~ issued: 2023 -> 2023-10-23; --update issued takes it  [crossref message.issued, 0.95, TODAY]",
        "  + container-title: Proceedings of SOSP  [crossref message.container-title[0], 0.95, TODAY]",
        "  + page: 611-626  [crossref message.page, 0.95, TODAY]",
        "--- a/catalog.yaml",
        "+++ b/catalog.yaml",
        "@@ -7,6 +7,8 @@",
        "   - {family: Kwon, given: W.}",
        "   - {family: Li, given: Zhuohan}",
        "   issued: 2023",
        "+  container-title: Proceedings of SOSP",
        "+  page: 611-626",
        "   publisher: My Own Words",
        "   DOI: 10.1145/3600006.3613165",
        " ",
    ]
    assert result.stderr == "1 of 1 entries known to somebody; 2 to fill, 2 more exact\n"
    assert read() == LIST


def test_writing_fills_what_is_empty_and_leaves_what_a_person_wrote(
    run: Run, listed: None, network: responses.RequestsMock
) -> None:
    known(network)
    run("fetch", "--write")
    filled = LIST.replace("  publisher: My", "  container-title: Proceedings of SOSP\n  page: 611-626\n  publisher: My")
    assert read() == filled
    assert run("fetch", "--write").stderr.startswith("nothing to change\n")
    assert read() == filled


def test_only_the_fields_that_are_named_are_replaced(run: Run, listed: None, network: responses.RequestsMock) -> None:
    known(network)
    run("fetch", "--update", "date")
    assert "  issued: 2023-10-23\n" in read()
    assert "given: W.}" in read()


def test_two_sources_that_disagree_are_both_told_and_nothing_is_lost(run: Run, network: responses.RequestsMock) -> None:
    write(
        "catalog.yaml",
        LIST.replace(f"  DOI: {DOI}\n", f'  DOI: {DOI}\n  arxiv: "2309.06180"\n').replace("  issued: 2023\n", ""),
    )
    known(network, author=[{"given": "Zhuohan", "family": "Li"}])
    paper = {"number": "2309.06180", "title": "Efficient Memory Management with PagedAttention", "date": "2023-09-12"}
    arxiv(network, {**paper, "authors": [("Woosuk", "Kwon"), ("Zhuohan", "Li")]})
    result = run("fetch", "--write")
    assert "but Zhuohan Li  [crossref message.author, 0.95]" in result.stdout
    assert "given: W.}" in read()
    assert "  issued: 2023-10-23\n" in read()


def test_an_address_that_leads_to_another_work_by_now_fills_nothing(run: Run, network: responses.RequestsMock) -> None:
    before = "references:\n- id: a\n  title: Distributed arrays\n  DOI: 10.1145/3600006.3613165\n"
    write("catalog.yaml", before)
    known(network)
    result = run("fetch", "--write")
    assert "! title: here Distributed arrays, there Efficient Memory Management with PagedAttention" in result.stdout
    assert "? page: perhaps 611-626; --update page takes it" in result.stdout
    assert read() == before


def test_why_this_date(run: Run, listed: None, network: responses.RequestsMock) -> None:
    known(network)
    run("fetch", "--update", "issued")
    lines = today(run("fetch", "--explain", "kwon2023", "--offline").stdout).splitlines()
    at = lines.index("issued: 2023-10-23")
    assert lines[at + 1].startswith("  in the catalog: fetched from crossref on ")
    assert lines[at + 2] == (
        f"  2023-10-23 (believed)  [crossref message.issued, 0.95, TODAY, https://api.crossref.org/works/{DOI}]"
    ).replace("TODAY", lines[at + 2].split(", ")[2])
    assert lines[lines.index("publisher: My Own Words") + 1] == "  in the catalog: written by hand"


def test_a_value_that_was_changed_after_it_was_fetched_is_written_by_hand(
    run: Run, listed: None, network: responses.RequestsMock
) -> None:
    known(network)
    run("fetch", "--write")
    run("set", "kwon2023", "page=1-2")
    lines = run("fetch", "--explain", "kwon2023", "--offline").stdout.splitlines()
    assert lines[lines.index("page: 1-2") + 1] == "  in the catalog: written by hand"


def test_a_second_run_and_an_offline_run_ask_nobody(run: Run, listed: None, network: responses.RequestsMock) -> None:
    known(network)
    first = run("fetch")
    number = len(asked(network))
    assert run("fetch") == first and run("fetch", "--offline") == first
    assert (len(asked(network)), number) == (2, 2)


def test_json_says_who_was_asked_and_what_it_said(run: Run, listed: None, network: responses.RequestsMock) -> None:
    known(network)
    (entry,) = json.loads(run("fetch", "--format", "json").stdout)
    assert entry["id"] == "kwon2023"
    assert entry["asked"] == [{"source": "crossref", "about": DOI, "outcome": "known"}]
    assert [(each["field"], each["what"], each["new"], each["locator"]) for each in entry["proposals"]][-1] == (
        "page",
        "fill",
        "611-626",
        "message.page",
    )


def test_without_any_network_nothing_is_claimed(run: Run, listed: None, network: responses.RequestsMock) -> None:
    result = run("fetch")
    assert result.status == 2
    assert result.stderr.splitlines()[-1].startswith("error: nobody answers; is there a network?")


def test_only_the_entries_that_are_asked_for(run: Run, listed: None, network: responses.RequestsMock) -> None:
    result = run("fetch", "id:unnamed")
    assert (result.status, result.stdout, asked(network)) == (0, "", [])


def test_a_field_that_there_is_not_is_refused(run: Run, listed: None) -> None:
    assert run("fetch", "--update", "isued").stderr == "error: no field named 'isued'; did you mean 'issued'?\n"


def test_a_source_can_be_left_out(run: Run, listed: None, network: responses.RequestsMock) -> None:
    known(network)
    write("readinglist.toml", '[fetch]\nskip = ["crossreff"]\n')
    assert run("fetch").stderr == "error: no source named 'crossreff'; did you mean 'crossref'?\n"


@pytest.mark.usefixtures("listed")
def test_services_hear_who_asks_and_a_mere_holder_of_a_work_is_no_proposal(
    run: Run, network: responses.RequestsMock
) -> None:
    write("readinglist.toml", '[check]\ncontact = "https://example.org/us"\n[fetch]\ncontact = "me@example.org"\n')
    known(network, type="posted-content", subtype="preprint", institution=[{"name": "bioRxiv"}], container_title=[])

    told = run("fetch").stdout

    agents = {str(call.request.headers["User-Agent"]) for call in network.calls}
    assert agents == {f"readinglist/{__version__} (+https://example.org/us; mailto:me@example.org)"}
    assert "container-title" not in told
    assert "page: 611-626" in told
