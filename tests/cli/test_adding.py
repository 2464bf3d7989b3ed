"""`add` from a link to an entry: what it shows, what it writes, and what it refuses."""

from __future__ import annotations

import pytest
import responses

from readinglist.cli._app import App
from tests.cli.conftest import Result, Run, read, write
from tests.support.services import agency, arxiv, asked, crossref, services

JOUPPI = [("Norman P.", "Jouppi"), ("Doe Hyun", "Yoon")]
POPE = {
    "number": "2211.05102",
    "title": "Efficiently Scaling Transformer Inference",
    "authors": [("Reiner", "Pope"), ("Sholto", "Douglas")],
    "date": "2022-11-09",
}
SHOWN = """\
          type: article-journal  [crossref message.type, 0.95]
         title: A Domain-Specific Supercomputer  [crossref message.title[0], 0.95]
        author: Norman P. Jouppi, Doe Hyun Yoon  [crossref message.author, 0.95]
        issued: 2020-07  [crossref message.issued, 0.95]
container-title: Communications of the ACM  [crossref message.container-title[0], 0.95]
        volume: 63  [crossref message.volume, 0.95]
           DOI: 10.1145/3360307  [crossref message.DOI, 0.95]
"""
ENTRY = """
- id: jouppi2020domainspecific
  type: article-journal
  title: A Domain-Specific Supercomputer
  author:
  - {family: Jouppi, given: Norman P.}
  - {family: Yoon, given: Doe Hyun}
  issued: 2020-07
  container-title: Communications of the ACM
  volume: 63
  DOI: 10.1145/3360307
"""


@pytest.fixture
def network() -> object:
    with services() as network:
        yield network


def supercomputer(network: responses.RequestsMock) -> None:
    crossref(
        network,
        "10.1145/3360307",
        "A Domain-Specific Supercomputer",
        JOUPPI,
        container_title=["Communications of the ACM"],
        issued={"date-parts": [[2020, 7]]},
        volume="63",
    )


def test_a_doi_becomes_an_entry_that_says_where_each_field_comes_from(
    run: Run, network: responses.RequestsMock
) -> None:
    supercomputer(network)
    shown = "\n".join(line.rjust(0) for line in SHOWN.splitlines())
    result = run("add", "10.1145/3360307")
    assert [line.strip() for line in result.stdout.splitlines()] == [line.strip() for line in shown.splitlines()]
    assert (result.status, result.stderr) == (0, "changed catalog.yaml\n")
    assert read().endswith(ENTRY)
    assert '{"entry":"jouppi2020domainspecific","fields":{"DOI":"crossref@' in read("ledger.jsonl")


def test_what_is_stated_counts_before_what_is_found(run: Run, network: responses.RequestsMock) -> None:
    supercomputer(network)
    run(
        "add",
        "https://dl.acm.org/doi/pdf/10.1145/3360307",
        "--title",
        "Mine",
        "--why",
        "Because.",
        "--area",
        "hardware",
        "rating=4",
    )
    entry = read().rpartition("\n- id: ")[2]
    assert "  title: Mine\n" in entry
    assert (
        "  annote: Because.\n  link: https://dl.acm.org/doi/pdf/10.1145/3360307\n  area: [hardware]\n  rating: 4\n"
        in entry
    )
    assert '"title":' not in read("ledger.jsonl").splitlines()[-1]


def test_a_dry_run_shows_the_entry_and_writes_nothing(run: Run, network: responses.RequestsMock) -> None:
    supercomputer(network)
    before = read()
    result = run("add", "--dry-run", "10.1145/3360307")
    assert "+- id: jouppi2020domainspecific\n" in result.stdout
    assert read() == before


def test_a_second_run_asks_nobody(run: Run, network: responses.RequestsMock) -> None:
    supercomputer(network)
    run("add", "--dry-run", "10.1145/3360307")
    first = asked(network)
    run("add", "--dry-run", "10.1145/3360307")
    assert (asked(network), len(first)) == (first, 2)


def test_a_work_that_is_in_the_list_is_refused_before_anybody_is_asked(
    run: Run, network: responses.RequestsMock
) -> None:
    told = "this is already here as 'kwon2023paged'; change that entry, or say --again"
    link = "https://arxiv.org/pdf/2309.06180v2"
    assert run("add", link) == Result(1, "", f"error: {link}: {told}\n")
    assert asked(network) == []


def test_several_at_once_and_from_standard_input_are_asked_in_one_question(
    run: Run, network: responses.RequestsMock
) -> None:
    other = {
        **POPE,
        "number": "1706.03762",
        "title": "Attention Is All You Need",
        "authors": [("Ashish", "Vaswani")],
        "date": "2017-06-12",
    }
    arxiv(network, POPE, other)
    result = run(
        "add", "-", "arXiv:1706.03762", "--tag", "x", stdin="# two papers\nhttps://arxiv.org/abs/2211.05102\n\n"
    )
    assert result.status == 0
    assert "- id: pope2022efficiently\n" in read() and "- id: vaswani2017attention\n" in read()
    assert len(asked(network)) == 1 and "id_list=2211.05102,1706.03762" in asked(network)[0]


def test_one_that_is_not_understood_does_not_stop_the_others(run: Run, network: responses.RequestsMock) -> None:
    arxiv(network, POPE)
    result = run("add", "jax-ml/jax", "2211.05102")
    assert result.status == 1
    assert "error: 'jax-ml/jax' names no work; for a repository write github:jax-ml/jax\n" in result.stderr
    assert "- id: pope2022efficiently\n" in read()


def test_an_outage_is_told_as_an_outage(
    run: Run, network: responses.RequestsMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    agency(network, "10.1145", "Crossref")
    network.get("https://api.crossref.org/works/10.1145/3360307", status=500, body="down")
    before = read()
    result = run("add", "10.1145/3360307")
    assert result.status == 2
    assert "crossref did not answer: status 500: down" in result.stderr
    assert "nobody knows its title" in result.stderr
    assert read() == before


def test_with_no_fetch_a_link_and_a_title_are_enough(run: Run, network: responses.RequestsMock) -> None:
    assert run("add", "--no-fetch", "https://a.example/post", "--title", "A Post") == Result(
        0, "", "missing: author, issued\nchanged catalog.yaml\n"
    )
    assert read().endswith("\n- id: post\n  type: webpage\n  title: A Post\n  URL: https://a.example/post\n")
    assert asked(network) == []


def test_without_network_what_is_missing_is_told(run: Run, network: responses.RequestsMock) -> None:
    result = run("add", "--offline", "10.1145/3360307")
    assert result.status == 2
    assert "not in the cache, and --offline asks nobody" in result.stderr


def test_a_work_of_the_same_title_and_author_is_refused_unless_it_is_another(
    run: Run, network: responses.RequestsMock
) -> None:
    supercomputer(network)
    run("add", "--no-fetch", "--title", "A domain-specific supercomputer", "--author", "Jouppi, Norman", "--id", "old")
    result = run("add", "10.1145/3360307")
    assert result.status == 1
    assert "10.1145/3360307: 'old' has this title and author" in result.stderr
    assert run("add", "10.1145/3360307", "--again").status == 0


def test_an_entry_goes_into_the_file_that_holds_its_area(run: Run, network: responses.RequestsMock) -> None:
    supercomputer(network)
    write("readinglist.toml", 'catalog = ["a.yaml", "b.yaml"]\n')
    write("a.yaml", "areas: {hardware: Hardware}\nreferences:\n- {id: one, title: One, area: hardware}\n")
    write("b.yaml", "references:\n- {id: two, title: Two}\n")
    assert run("add", "10.1145/3360307", "--area", "hardware").stderr == "changed a.yaml\n"


def test_an_isbn_is_the_same_book_in_either_length(run: Run, network: responses.RequestsMock) -> None:
    run("add", "--no-fetch", "--title", "Algorithms", "ISBN=0-262-03384-4", "--type", "book", "--id", "clrs")
    assert "this is already here as 'clrs'" in run("add", "9780262033848").stderr


def test_on_a_terminal_the_area_and_the_reason_are_asked_for(
    run: Run, network: responses.RequestsMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    supercomputer(network)
    monkeypatch.setattr(App, "interactive", True)
    result = run("add", "10.1145/3360307", stdin="hardware\nBecause it is deep.\n")
    assert "Area (inference, hardware)" in result.stderr and "Why read this" in result.stderr
    assert read().endswith("  annote: Because it is deep.\n  area: [hardware]\n")


NASTY = (
    "\x1b]0;owned\x07\x1b[31mRed\x1b[0m\n::error file=a::x <script>alert(1)</script> \u202egpj.exe "
    "& 100% $x_y$ \\input{/etc/passwd} | *b* `c`"
)


def test_a_hostile_title_reaches_nobody_as_what_it_is(run: Run, network: responses.RequestsMock) -> None:
    crossref(network, "10.1000/x", NASTY, [("Eve\x1b[2J", "Mallory\u202e")], issued={"date-parts": [[2024]]})
    write("readinglist.toml", "")
    shown = run("add", "10.1000/x")
    outputs = [shown.stdout, shown.stderr, read()]
    outputs += [run("fetch", "--explain", "mallory2024red").stdout, run("fetch").stdout]
    outputs += [run("export", name).stdout for name in ("bibtex", "biblatex", "markdown", "csl-json", "ris", "jsonl")]
    for text in outputs:
        assert not any(sign in text for sign in "\x1b\x07\u202e")
        assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    bib = run("export", "bibtex").stdout
    assert "\\input{" not in bib and "\\&" in bib and "100\\%" in bib
    markdown = run("export", "markdown").stdout
    assert "<script>" not in markdown and "*b*" not in markdown.replace("\\*b\\*", "")


def test_the_key_of_a_service_is_in_no_output(
    run: Run, network: responses.RequestsMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "ghp_s3cr3t\n")
    network.get("https://api.github.com/repos/o/r", status=401, body="bad ghp_s3cr3t")
    result = run("--verbose", "add", "--verbose", "github:o/r")
    assert "ghp_s3cr3t" not in result.stdout + result.stderr
    write("readinglist.toml", "")
