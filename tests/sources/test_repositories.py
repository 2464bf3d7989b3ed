"""Repositories of code, models and data: GitHub, Hugging Face, Zenodo, Software Heritage; and videos."""

from __future__ import annotations

from typing import Any

import pytest

from readinglist.metadata.outcome import Known, Mismatch, NotFound
from readinglist.metadata.subject import Subject
from readinglist.sources._source import Keys
from tests.sources.answers import claimed, read, source

REPOSITORY: dict[str, Any] = {
    "name": "ml-engineering",
    "full_name": "stas00/ml-engineering",
    "owner": {"login": "stas00", "type": "User"},
    "description": "Machine Learning Engineering <Open> Book",
    "html_url": "https://github.com/stas00/ml-engineering",
    "created_at": "2020-09-15T17:24:05Z",
    "updated_at": "2026-02-01T00:00:00Z",
    "pushed_at": "2025-12-11T00:00:00Z",
    "license": {"spdx_id": "CC-BY-SA-4.0"},
}


def test_a_repository_is_dated_by_its_last_commit_never_by_its_last_star() -> None:
    assert claimed(read("github", "github", "stas00/ml-engineering", REPOSITORY)) == {
        "type": "software",
        "title": "ml-engineering",
        "author": [{"literal": "stas00"}],
        "issued": "2025-12-11",
        "github": "stas00/ml-engineering",
        "URL": "https://github.com/stas00/ml-engineering",
        "license": "CC-BY-SA-4.0",
        "abstract": "Machine Learning Engineering <Open> Book",
    }
    assert isinstance(read("github", "github", "other/name", REPOSITORY), Mismatch)


def test_github_gets_a_token_only_where_there_is_one() -> None:
    def headers(keys: Keys) -> dict[str, str]:
        question = source("github").question(Subject("github", "a/b"), keys)
        assert question
        return dict(question.headers)

    assert "Authorization" not in headers(Keys())
    assert headers(Keys(by_source={"github": "t"}))["Authorization"] == "Bearer t"


@pytest.mark.parametrize(
    ("owner", "author"),
    [
        ({"login": "stas00", "name": "Stas Bekman", "type": "User"}, {"family": "Bekman", "given": "Stas"}),
        ({"login": "stas00", "name": None, "type": "User"}, {"literal": "stas00"}),
        ({"login": "stas00", "name": "Open Microscopy", "type": "Organization"}, {"literal": "Open Microscopy"}),
    ],
)
def test_an_owner_is_a_person_or_a_body(owner: dict[str, Any], author: dict[str, str]) -> None:
    assert claimed(read("github-owner", "github", "stas00/x", owner)) == {"author": [author]}


def test_a_release_has_a_version_and_a_day() -> None:
    release = {"tag_name": "v1.2", "name": "One", "published_at": "2020-07-14T00:58:20Z"}

    assert claimed(read("github-release", "github", "a/b", release)) == {"version": "v1.2", "issued": "2020-07-14"}


CFF = """cff-version: 1.2.0
message: cite it
title: Tool
authors:
- family-names: Lee
  given-names: Ann
  orcid: https://orcid.org/0000-0002-1825-0097
- name: The Tool Developers
date-released: 2024-10-26
version: 1.3.0
preferred-citation: {type: article, title: A paper, authors: [{family-names: Kim, given-names: B}]}
"""


def test_a_citation_file_is_about_the_software_and_not_about_the_paper_it_prefers() -> None:
    assert claimed(read("github-citation", "github", "a/b", CFF)) == {
        "type": "software",
        "title": "Tool",
        "author": [
            {"family": "Lee", "given": "Ann", "ORCID": "0000-0002-1825-0097"},
            {"literal": "The Tool Developers"},
        ],
        "issued": "2024-10-26",
        "version": "1.3.0",
        "github": "a/b",
    }


README = """# Tool

```bash
pip install tool@latest
```

## Citation

```bibtex
@misc{tool, title={Tool: a thing}, author={Lee, Ann}, year={2024}, howpublished={\\url{https://github.com/a/b}}}
```
"""
OF_A_PAPER = "```\n@article{p, title={A paper}, author={Lee, Ann}, journal={J}, url={https://example.org}}\n```\n"


def test_a_readme_s_citation_counts_where_it_is_of_the_repository() -> None:
    found = claimed(read("github-readme", "github", "a/b", README))

    assert (found["title"], found["author"], found["issued"]) == (
        "Tool: a thing",
        [{"family": "Lee", "given": "Ann"}],
        "2024",
    )
    assert isinstance(read("github-readme", "github", "other/b", README), NotFound)
    assert isinstance(read("github-readme", "github", "a/b", OF_A_PAPER), NotFound)
    assert isinstance(read("github-readme", "github", "a/b", "# Nothing"), NotFound)


@pytest.mark.parametrize(
    ("repository", "readme", "title"),
    [
        (
            "rwitten/HighPerfLLMs2024",
            "Intro\n\n# High Performance LLMs 2024 #\nBuild one.\n",
            "High Performance LLMs 2024",
        ),
        (
            "stas00/ml-engineering",
            "# Machine Learning Engineering Open Book\n",
            "Machine Learning Engineering Open Book",
        ),
        ("a/tool", "# `Tool`\n# More\n", "Tool"),
        ("a/tool", "# Welcome to Tool\n", None),
        ("a/tool", "# [Tool](https://tool.example)\n", None),
        ("a/toc", "# Table of contents\n", None),
        ("a/_", "# \n", None),
        ("a/tool", "## Tool\n", None),
    ],
)
def test_a_heading_that_spells_out_the_name_of_a_repository_is_its_title(
    repository: str, readme: str, title: str | None
) -> None:
    outcome = read("github-readme", "github", repository, readme)
    assert (claimed(outcome) if title else type(outcome)) == ({"title": title} if title else NotFound)


def test_a_space_has_the_title_of_its_card() -> None:
    told = {
        "id": "nanotron/ultrascale-playbook",
        "author": "nanotron",
        "createdAt": "2025-02-05T14:01:05.000Z",
        "lastModified": "2026-01-01T00:00:00.000Z",
        "cardData": {"title": "The Ultra-Scale Playbook", "license": "apache-2.0"},
        "tags": ["static", "doi:10.57967/hf/1", "arxiv:2211.05102"],
    }

    outcome = read("huggingface", "huggingface", "spaces/nanotron/ultrascale-playbook", told)

    assert claimed(outcome) == {
        "type": "webpage",
        "title": "The Ultra-Scale Playbook",
        "author": [{"literal": "nanotron"}],
        "issued": "2025-02-05",
        "license": "Apache-2.0",
        "URL": "https://huggingface.co/spaces/nanotron/ultrascale-playbook",
        "publisher": "Hugging Face",
    }
    assert isinstance(outcome, Known)
    assert outcome.see == ("doi:10.57967/hf/1",)
    assert isinstance(read("huggingface", "huggingface", "spaces/a/b", told), Mismatch)


@pytest.mark.parametrize(
    "creator",
    [
        {"name": "Fenner, Martin", "orcid": "0000-0003-1419-2405"},
        {
            "person_or_org": {
                "type": "personal",
                "family_name": "Fenner",
                "given_name": "Martin",
                "identifiers": [{"scheme": "orcid", "identifier": "0000-0003-1419-2405"}],
            }
        },
    ],
    ids=["the older form", "the present form"],
)
def test_zenodo_speaks_in_two_forms(creator: dict[str, Any]) -> None:
    record = {
        "doi": "10.5281/zenodo.7752775",
        "conceptdoi": "10.5281/zenodo.5785518",
        "links": {"self_html": "https://zenodo.org/records/7752775"},
        "metadata": {
            "title": "commonmeta-ruby",
            "creators": [creator],
            "publication_date": "2023-03-20",
            "resource_type": {"type": "software", "id": "software"},
            "license": {"id": "MIT"},
            "version": "v3.0.1",
        },
    }

    for asked in ("10.5281/zenodo.7752775", "10.5281/zenodo.5785518"):
        assert claimed(read("zenodo", "doi", asked, record)) == {
            "type": "software",
            "title": "commonmeta-ruby",
            "author": [{"family": "Fenner", "given": "Martin", "ORCID": "0000-0003-1419-2405"}],
            "issued": "2023-03-20",
            "DOI": "10.5281/zenodo.7752775",
            "publisher": "Zenodo",
            "container-title": "Zenodo",  # a hint: nobody proposes it, and nobody writes it
            "version": "v3.0.1",
            "URL": "https://zenodo.org/records/7752775",
            "license": "MIT",
        }
    assert isinstance(read("zenodo", "doi", "10.5281/zenodo.1", record), Mismatch)
    assert source("zenodo").question(Subject("doi", "10.1000/1"), Keys()) is None


def test_a_commit_in_the_archive_tells_who_and_when() -> None:
    swhid = "swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d;origin=https://github.com/a/tool.git"
    told = {
        "id": "309cf2674ee7a0749978cf8265ab91a60aea0f7d",
        "author": {"name": "Ann Lee", "fullname": "Ann Lee <a@example.org>"},
        "date": "2017-05-04T13:27:13+02:00",
    }

    outcome = read("software-heritage", "swhid", swhid, told)

    assert claimed(outcome) == {
        "type": "software",
        "title": "tool",
        "URL": "https://github.com/a/tool.git",
        "author": [{"family": "Lee", "given": "Ann"}],
        "issued": "2017-05-04",
        "swhid": "swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d",
    }
    assert source("software-heritage").question(Subject("swhid", "swh:1:cnt:" + "0" * 40), Keys()) is None


def test_a_video_has_a_title_and_a_channel() -> None:
    shown = {"title": "Let's build GPT", "author_name": "Andrej Karpathy", "provider_name": "YouTube", "type": "video"}

    outcome = read("youtube", "youtube", "kCc8FmEb1nY", shown)

    assert claimed(outcome) == {
        "type": "motion_picture",
        "title": "Let's build GPT",
        "author": [{"literal": "Andrej Karpathy"}],
        "publisher": "YouTube",
        "URL": "https://www.youtube.com/watch?v=kCc8FmEb1nY",
    }
    assert isinstance(outcome, Known)
    assert outcome.see == ("https://www.youtube.com/watch?v=kCc8FmEb1nY",)
