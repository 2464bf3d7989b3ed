"""`readinglist review` as who decides about a pull request sees it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readinglist.ledger.origin import said
from tests.cli.conftest import Run, read, says, write
from tests.support.repository import repository

BEFORE = """\
areas: {a: A, b: B}
references:
- {id: paged, title: Paged, arxiv: "2309.06180", area: [a]}
- {id: moving, title: Moving, area: [a]}
- {id: old, title: Old name, URL: "https://example.org/old", area: [a]}
- {id: leaving, title: Leaving, area: [a]}
- {id: untouched, title: Untouched and wrong, issued: 2024/1, area: [a]}
"""
AFTER = """\
areas: {a: A, b: B}
references:
- {id: paged, title: Paged, arxiv: "2309.06180", area: [a]}
- {id: moving, title: Moving, area: [b]}
- {id: new, aliases: [old], title: Old name, URL: "https://example.org/old", area: [a]}
- {id: untouched, title: Untouched and wrong, issued: 2024/1, area: [a]}
- id: twin
  title: Paged once more
  URL: https://arxiv.org/pdf/2309.06180v2
  area: [a]
- id: rotten
  title: Rotten
  author: [{family: Doe, given: Jo}]
  issued: 2023/7
  URL: https://example.org/gone
  annote: Read it.
  area: [a]
"""
GONE = {"url": "https://example.org/gone", "verdict": "gone", "reason": "not-found", "checked": "2026-11-20"}
TOLD = """\
1 moved, 1 renamed, 2 added, 1 removed, 2 findings

moved moving at catalog.yaml:4
  is Moving
  moved from a to b

renamed new at catalog.yaml:5
  is Old name
  renamed was old
  link https://example.org/old was not checked yet

added twin at catalog.yaml:7
  is Paged once more
  type document
  area a
  already here as paged by arxiv:2309.06180
  link https://arxiv.org/pdf/2309.06180v2 was not checked yet

added rotten at catalog.yaml:11
  is Rotten
  by Jo Doe
  type document
  area a
  because Read it.
  facts from crossref@2026-11-20 (title), page@2026-11-21 (author)
  link https://example.org/gone is gone (not-found)
  error date-format at catalog.yaml:14:11 '2023/7' is not a date; write 2023-07
  error not-found at catalog.yaml:15:8 https://example.org/gone is gone: The page answers 404 or 410: it is not there

removed leaving
  is Leaving
  type document
  area a
"""


@pytest.fixture
def branch(here: Path) -> None:
    """A branch of a list, with everything that a reviewer should see."""
    made = repository(here)
    write("readinglist.toml", '[lint]\nselect = ["date-format", "duplicate-identifier", "duplicate-url"]\n')
    made.commit("Begin", "2026-11-01", catalog=BEFORE)
    made.git("switch", "-q", "-c", "pull")
    made.commit("Change much", "2026-11-02", catalog=AFTER)
    fetched = {"title": said("crossref", "2026-11-20", "Rotten"), "issued": said("crossref", "2026-11-20", "2023-07")}
    more = {"author": said("page", "2026-11-21", [{"family": "Doe", "given": "Jo"}])}
    write(
        "ledger.jsonl",
        "".join(
            json.dumps(line) + "\n"
            for line in (
                GONE | {"first_seen": "2026-11-20"},
                {"entry": "rotten", "fields": fetched | more},
            )
        ),
    )


@pytest.mark.usefixtures("branch")
def test_everything_that_a_branch_does_is_told_once_and_nothing_else(run: Run) -> None:
    assert run("review", "--since", "main").stdout == TOLD


@pytest.mark.usefixtures("branch")
def test_a_work_that_is_here_already_is_told_once(run: Run) -> None:
    write("catalog.yaml", BEFORE + "- {id: again, title: Old name, URL: 'http://www.example.org/old/', area: [a]}\n")
    assert run("review", "--since", "main").stdout == (
        "1 added\n\nadded again at catalog.yaml:8\n  is Old name\n  type document\n  area a\n"
        "  already here as old by url:example.org/old\n  link http://www.example.org/old/ was not checked yet\n"
    )


@pytest.mark.usefixtures("branch")
def test_the_list_in_the_folder_counts_and_not_the_last_commit(run: Run) -> None:
    write("catalog.yaml", BEFORE)
    assert run("review", "--since", "main") == says("no work is touched")


@pytest.mark.usefixtures("branch")
def test_annotations_stand_at_the_lines_that_the_branch_touched(run: Run) -> None:
    told = run("review", "--since", "main", "--format", "github").stdout.splitlines()
    assert [line.partition(",col")[0] for line in told[:-1]] == [
        "::error file=catalog.yaml,line=9",
        "::error file=catalog.yaml,line=14",
        "::error file=catalog.yaml,line=15",
    ]


@pytest.mark.usefixtures("branch")
def test_json_holds_every_fact(run: Run) -> None:
    told = json.loads(run("review", "--since", "main", "--format", "json").stdout)
    assert [(work["id"], work["kinds"]) for work in told["works"]] == [
        ("moving", ["moved"]),
        ("new", ["renamed"]),
        ("twin", ["added"]),
        ("rotten", ["added"]),
        ("leaving", ["removed"]),
    ]
    twin, rotten = told["works"][2:4]
    assert twin["already_here_as"] == [{"id": "paged", "by": "arxiv:2309.06180"}]
    assert [link["verdict"] for link in rotten["links"]] == ["gone"]
    assert (twin["facts_from"], rotten["facts_from"]) == (
        {},
        {"title": "crossref@2026-11-20", "author": "page@2026-11-21"},  # the date was written otherwise since
    )
    assert [found["rule"] for found in rotten["findings"]] == ["date-format", "not-found"]


@pytest.mark.usefixtures("branch")
def test_a_hostile_title_is_code_in_a_comment(run: Run) -> None:
    write("catalog.yaml", BEFORE + "- {id: x, title: '@all `<img src=x>` ](http://e.x)', area: [a]}\n")
    told = run("review", "--since", "main", "--format", "markdown").stdout.splitlines()
    assert told[:4] == [
        "**1 added**",
        "",
        "- added `x` at `catalog.yaml:8`",
        "  - is ``@all `<img src=x>` ](http://e.x)``",
    ]


@pytest.mark.usefixtures("branch")
def test_who_said_what_stands_in_a_comment_as_code(run: Run) -> None:
    told = run("review", "--since", "main", "--format", "markdown").stdout.splitlines()
    assert "  - facts from `crossref@2026-11-20 (title), page@2026-11-21 (author)`" in told


@pytest.mark.usefixtures("branch")
def test_a_broken_file_is_told_though_no_work_can_be_named(run: Run) -> None:
    write("catalog.yaml", AFTER.replace("- id: twin\n", "- id: twin\n  title: [\n"))
    told = run("review", "--since", "main").stdout
    assert "error yaml-syntax at catalog.yaml:8" in told


@pytest.mark.usefixtures("branch")
def test_a_comment_has_room_in_a_comment(run: Run) -> None:
    more = "".join(f"- {{id: w{number}, title: {'Work ' * 30}}}\n" for number in range(500))
    write("catalog.yaml", BEFORE + more)
    told = run("review", "--since", "main", "--format", "markdown").stdout
    assert len(told) < 65_536
    assert told.splitlines()[-1].endswith("more; `readinglist review --since` shows all")


@pytest.mark.usefixtures("branch")
def test_nothing_is_written(run: Run) -> None:
    before = read()
    run("review", "--since", "main")
    assert read() == before
