"""The works of the first list: what is found out about each, from its link, against the verified facts of the catalog.

Five pages are real ones of the corpus; the answers about the others are made up after the format of their service.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import responses

from readinglist.config import Config
from readinglist.metadata.drafting import draft
from readinglist.metadata.fetching import Fetching
from readinglist.metadata.resolving import resolve
from readinglist.metadata.setup import desk_of, sources_of
from readinglist.metadata.upgrading import upgrades, write
from readinglist.model.catalog import Catalog
from readinglist.model.entry import fields_of
from readinglist.reading_list import ReadingList
from tests.support.corpus import CORPUS, corpus
from tests.support.services import arxiv, as_json, asked, crossref, page, services

ROOT = Path(__file__).parents[1]
COMPARED = (
    "title",
    "author",
    "issued",
    "container-title",
    "volume",
    "issue",
    "page",
    "publisher",
    "DOI",
    "arxiv",
    "arxiv-class",
)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return ReadingList.open(ROOT).read()


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[responses.RequestsMock]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("time.sleep", lambda _: None)
    with services() as network:
        yield network


def found(typed: str, tmp_path: Path) -> dict[str, Any]:
    config = Config(tmp_path)
    record = draft(desk_of(config), typed, resolve(typed), {}, sources=sources_of(config.settings))
    return {name: record.fields[name] for name in COMPARED if name in record.fields}


def facts(catalog: Catalog, name: str, *but: str) -> dict[str, Any]:
    fields = fields_of(catalog[name])
    return {field: fields[field] for field in COMPARED if field in fields and field not in but}


def people(catalog: Catalog, name: str) -> list[tuple[str, str]]:
    return [(each.given or "", each.family or "") for each in catalog[name].author]


def test_jouppi2020_by_the_pdf_that_refuses_robots(
    catalog: Catalog, network: responses.RequestsMock, tmp_path: Path
) -> None:
    crossref(
        network,
        "10.1145/3360307",
        "A domain-specific supercomputer for training deep neural networks",
        people(catalog, "jouppi2020"),
        container_title=["Communications of the ACM"],
        short_container_title=["Commun. ACM"],
        issued={"date-parts": [[2020, 6, 18]]},
        published_online={"date-parts": [[2020, 6, 18]]},
        published_print={"date-parts": [[2020, 7]]},
        volume="63",
        issue="7",
        page="67-78",
        publisher="Association for Computing Machinery (ACM)",
    )
    same = facts(catalog, "jouppi2020", "title", "issued", "publisher")
    assert found("https://dl.acm.org/doi/pdf/10.1145/3360307", tmp_path) == {
        "title": "A domain-specific supercomputer for training deep neural networks",
        "issued": "2020-06-18",  # the day it was online; the issue is that of July, and Crossref's date the earlier
        "publisher": "Association for Computing Machinery (ACM)",  # its full name, where the catalog has the short one
        **same,
    }
    assert asked(network) == ["https://doi.org/ra/10.1145", "https://api.crossref.org/works/10.1145/3360307"]


def test_pope2022_is_the_preprint_and_not_the_paper_of_the_proceedings(
    catalog: Catalog, network: responses.RequestsMock, tmp_path: Path
) -> None:
    title, authors = "Efficiently Scaling Transformer Inference", people(catalog, "pope2022")
    arxiv(network, {"number": "2211.05102", "title": title, "authors": authors, "date": "2022-11-09"})
    same = facts(catalog, "pope2022", "issued", "container-title", "volume")
    assert found("https://arxiv.org/abs/2211.05102", tmp_path) == {**same, "issued": "2022-11-09", "publisher": "arXiv"}


DBLP_KEY = "conf/mlsys/PopeDCDBHXAD23"
DBLP_RECORD = """@inproceedings{{DBLP:{key},
  author    = {{{authors}}},
  editor    = {{Dawn Song and Michael Carbin and Tianqi Chen}},
  title     = {{Efficiently Scaling Transformer Inference}},
  booktitle = {{Proceedings of the Sixth Conference on Machine Learning and Systems, MLSys 2023}},
  publisher = {{mlsys.org}},
  year      = {{2023}}
}}"""


def test_pope2022_becomes_the_paper_of_the_proceedings_with_all_ten_authors_of_the_preprint(
    catalog: Catalog, network: responses.RequestsMock, tmp_path: Path
) -> None:
    title, ten = "Efficiently Scaling Transformer Inference", people(catalog, "pope2022")
    nine = [f"{given} {family}" for given, family in ten if family != "Levskaya"]
    arxiv(network, {"number": "2211.05102", "title": title, "authors": ten, "date": "2022-11-09"})
    info: dict[str, Any] = {
        "key": DBLP_KEY,
        "title": f"{title}.",
        "venue": "MLSys",
        "year": "2023",
        "type": "Conference",
    }
    info["authors"] = {"author": [{"text": name} for name in nine]}
    as_json(network, "https://dblp.org/search/publ/api", {"result": {"hits": {"hit": [{"info": info}]}}})
    record = DBLP_RECORD.format(key=DBLP_KEY, authors=" and ".join(nine))
    network.get(f"https://dblp.org/rec/{DBLP_KEY}.bib", body=record, content_type="text/plain")
    (tmp_path / "catalog.yaml").write_text(
        f"version: 1\nreferences:\n- {{id: a, title: {title}, arxiv: '2211.05102'}}\n"
    )
    where = ReadingList.open(tmp_path)
    fetching = Fetching(where, desk_of(where.config))
    fetching.write(list(fetching.fetch(where.read(), where.read())))
    found = list(upgrades(desk_of(where.config), where, where.read(), where.read()))
    write(where, found)

    (entry,) = where.read()
    fields = fields_of(entry)
    # The list calls the series by its own name, with its volume; DBLP by that of the year's conference.
    same = facts(catalog, "pope2022", "container-title", "volume")
    assert {name: fields[name] for name in same} == same
    assert (
        fields["container-title"] == "Proceedings of the Sixth Conference on Machine Learning and Systems, MLSys 2023"
    )
    assert fields["available-date"] == fields_of(catalog["pope2022"])["available-date"]
    (differs,) = [each for each in found[0].proposals if each.what == "differs"]
    assert (differs.field, len(differs.old), len(differs.new)) == ("author", 10, 9)


BRRR = """<!doctype html><html lang="en"><head><title>Making Deep Learning Go Brrrr From First Principles</title></head>
<body><h1>Making Deep Learning Go Brrrr From First Principles</h1>
<p>So, you want to improve the performance of your model.</p>
<pre><code>@misc{he2022brrrr,
  author = {Horace He},
  title = {Making Deep Learning Go Brrrr From First Principles},
  year = {2022},
  url = {https://horace.io/brrr_intro.html},
}</code></pre></body></html>"""
FLEETWOOD = """<!doctype html><html lang="en"><head><title>Domain specific architectures for AI inference</title></head>
<body><h1>Domain specific architectures for AI inference</h1>
<p>What a chip for inference looks like.</p></body></html>"""
BOEHM = """<!doctype html><html lang="en"><head>
<title>How to Optimize a CUDA Matmul Kernel for cuBLAS-like Performance: a Worklog</title>
<meta name="author" content="Simon Boehm"><meta property="og:type" content="article"></head><body><article><header>
<h1>How to Optimize a CUDA Matmul Kernel for cuBLAS-like Performance: a Worklog</h1>
<p class="byline">by Simon Boehm, <time datetime="2022-12-31">December 31, 2022</time></p></header>
<p>In this post.</p></article></body></html>"""
SPHINX = """<!doctype html><html lang="en" data-content_root="../../"><head>
<title>{title} &#8212; JAX  documentation</title>
<meta name="generator" content="Docutils 0.21"><link rel="canonical" href="{url}"></head><body>
<section id="it"><h1>{title}<a class="headerlink" href="#it" title="Link to this heading">#</a></h1>
<p>This guide.</p></section>
<footer><p class="component-author">By The JAX authors</p>
<p class="copyright">© Copyright 2024, The JAX Authors.</p></footer></body></html>"""


@pytest.mark.parametrize(
    ("name", "html", "unknown", "differs"),
    [
        ("brrrr", BRRR, (), {}),
        ("domain-specific-architectures", FLEETWOOD, ("author", "issued"), {}),  # which the page does not state
        ("cuda-mmm", BOEHM, (), {"issued": "2022-12-31"}),  # the page knows the day, the catalog the month
    ],
)
def test_a_post_says_what_its_page_says_and_nothing_else(
    catalog: Catalog,
    network: responses.RequestsMock,
    tmp_path: Path,
    name: str,
    html: str,
    unknown: tuple[str, ...],
    differs: dict[str, str],
) -> None:
    url = str(catalog[name].url)
    page(network, url, html)
    assert found(url, tmp_path) == {**facts(catalog, name, *unknown), **differs}


@pytest.mark.parametrize("name", ["pallas-tpu", "distributed-arrays"])
def test_documentation_without_an_author_gets_none_and_no_date_of_its_build(
    catalog: Catalog, network: responses.RequestsMock, tmp_path: Path, name: str
) -> None:
    url = str(catalog[name].url)
    page(network, url, SPHINX.format(title=catalog[name].title, url=url))
    # That the authors are "The JAX authors" stands in the footer of every page, and the first day only in git.
    assert found(url, tmp_path) == facts(catalog, name, "author", "issued")


def repository(network: responses.RequestsMock, name: str, owner: str, readme: str, pushed: str) -> None:
    login = name.partition("/")[0]
    network.get(f"https://raw.githubusercontent.com/{name}/HEAD/CITATION.cff", status=404)
    network.get(
        f"https://raw.githubusercontent.com/{name}/HEAD/README.md",
        body=readme,
        content_type="text/plain; charset=utf-8",
    )
    as_json(network, f"https://api.github.com/users/{login}", {"login": login, "type": "User", "name": owner})
    as_json(network, f"https://api.github.com/repos/{name}/releases/latest", {"message": "Not Found"}, status=404)
    repo = {
        "name": name.partition("/")[2],
        "full_name": name,
        "owner": {"login": login, "type": "User"},
        "pushed_at": pushed,
    }
    as_json(network, f"https://api.github.com/repos/{name}", repo)


ML_ENGINEERING = """# Machine Learning Engineering Open Book
An open collection of methodologies.
## Citation
```bibtex
@misc{bekman2024mlengineering,
  author = {Bekman, Stas},
  title = {Machine Learning Engineering Open Book},
  year = {2023-2026},
  publisher = {Stasosphere Online Inc.},
  journal = {GitHub repository},
  url = {https://github.com/stas00/ml-engineering}
}
```
"""


def test_a_repository_is_cited_as_its_readme_asks(
    catalog: Catalog, network: responses.RequestsMock, tmp_path: Path
) -> None:
    repository(network, "stas00/ml-engineering", "Stas Bekman", ML_ENGINEERING, "2020-09-01T00:00:00Z")
    record = found("https://github.com/stas00/ml-engineering", tmp_path)
    assert record == facts(catalog, "ml-engineering")


def test_a_repository_without_a_citation_has_the_name_and_owner_that_github_knows(
    catalog: Catalog, network: responses.RequestsMock, tmp_path: Path
) -> None:
    repository(
        network,
        "rwitten/HighPerfLLMs2024",
        "Rafi Witten",
        "# High Performance LLMs 2024\nBuild one.\n",
        "2024-02-08T00:00:00Z",
    )
    record = found("https://github.com/rwitten/HighPerfLLMs2024", tmp_path)
    # When the course was held stands in the table of its sessions; the day of the last push is a hint at most.
    assert record == facts(catalog, "highperf-llms-2024", "issued")


@pytest.mark.corpus
@corpus
@pytest.mark.parametrize(
    ("name", "file", "unknown", "differs"),
    [
        ("tpu-deep-dive", "henryhmko_tpu", ("author",), {}),  # whom only the front page of the site names
        ("transformer-inference-arithmetic", "kipply_transformer-inference-arithmetic", (), {}),
        ("ultrascale-playbook", "ultrascale-playbook", (), {}),
        (
            "cs336",
            "cs336_spring2025",
            (),
            # As its heading has it; "Stanford" stands in the name of the site, and in that of the publisher.
            {"title": "CS336: Language Modeling from Scratch (Spring 2025)"},
        ),
        # The subtitle is not in its citation, and not in the front matter.
        ("scaling-book", "scaling-book_index", (), {"title": "How to Scale Your Model"}),
    ],
)
def test_the_real_pages_say_the_verified_facts(
    catalog: Catalog,
    network: responses.RequestsMock,
    tmp_path: Path,
    name: str,
    file: str,
    unknown: tuple[str, ...],
    differs: dict[str, str],
) -> None:
    url = str(catalog[name].url)
    if "huggingface.co/spaces" in url:
        as_json(network, url.replace(".co/", ".co/api/"), {}, status=404)
    page(network, url, (CORPUS / f"metadata/data/sites/{file}.html").read_bytes())
    assert found(url, tmp_path) == {**facts(catalog, name, *unknown), **differs}
