"""An old list is taken up: what was wrong with it is told no more, what is new is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Result, Run, fails, read, says, write

OLD = "references:\n- id: a\n  title: One\n- id: b\n  URL: http://example.org/\n  title: Two\n"
LINT = ("lint", "--select", "missing-date,url-http", "--baseline", "known.txt")
HEAD = "# What `readinglist lint` need not tell again; `lint --update-baseline` makes this file anew.\n"
KNOWN = (
    HEAD + "catalog.yaml\tmissing-date\ta\tissued\n"
    "catalog.yaml\tmissing-date\tb\tissued\n"
    "catalog.yaml\turl-http\tb\tURL\n"
)


@pytest.fixture
def taken_up(run: Run) -> Run:
    """A run in a folder with an old list and its baseline."""
    write("catalog.yaml", OLD)
    wrote = "wrote known.txt: 3 known from now on\n"
    assert run(*LINT, "--update-baseline") == Result(0, "no findings in 2 entries\n", wrote)
    return run


def test_a_baseline_names_what_was_found_without_its_lines(taken_up: Run) -> None:
    assert read("known.txt") == KNOWN
    assert taken_up(*LINT) == says("no findings in 2 entries")


def test_what_is_known_stays_known_when_lines_move(taken_up: Run) -> None:
    first, second = "- id: a\n  title: One\n", "- id: b\n  URL: http://example.org/\n  title: Two\n"
    write("catalog.yaml", "title: A list\n\nreferences:\n" + second + "# moved down\n" + first)
    assert taken_up(*LINT) == says("no findings in 2 entries")
    assert read("known.txt") == KNOWN


def test_what_is_new_is_told(taken_up: Run) -> None:
    write("catalog.yaml", OLD + "- id: c\n  title: Three\n")
    hint = "catalog.yaml:7:3: info[missing-date]: no publication date; a year is enough\n"
    assert taken_up(*LINT, "--fail-on", "info") == Result(1, hint + "1 info in 1 file\n", "")
    assert read("known.txt") == KNOWN


def test_what_is_gone_goes_from_the_baseline_and_does_not_come_back(taken_up: Run) -> None:
    write("catalog.yaml", OLD.replace("title: One", "title: One\n  issued: 2020"))
    assert taken_up(*LINT) == Result(0, "no findings in 2 entries\n", "changed known.txt: 1 of its findings gone\n")
    assert read("known.txt") == KNOWN.replace("catalog.yaml\tmissing-date\ta\tissued\n", "")
    write("catalog.yaml", OLD)
    assert taken_up(*LINT, "--fail-on", "info").status == 1


def test_a_run_that_does_not_look_at_everything_takes_nothing_away(taken_up: Run) -> None:
    write("other.yaml", "references: []\n")
    assert taken_up("lint", "--select", "isbn", "--baseline", "known.txt").status == 0
    assert taken_up(*LINT, "other.yaml").status == 0
    assert read("known.txt") == KNOWN


def test_a_baseline_is_the_same_from_every_folder(taken_up: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("readinglist.toml", 'catalog = ["catalog.yaml"]\n')
    Path("inner").mkdir()
    monkeypatch.chdir("inner")
    again = taken_up("lint", "--select", "missing-date,url-http", "--baseline", "../known.txt")
    assert again == says("no findings in 2 entries")
    assert read("../known.txt") == KNOWN


def test_a_bibliography_can_be_taken_up_as_it_is(run: Run) -> None:
    write("a.bib", "@misc{a,\n  title = {One}\n}\n")
    assert run(*LINT, "a.bib", "--update-baseline").status == 0
    assert run(*LINT, "a.bib") == says("no findings in 1 entry")
    assert read("known.txt") == HEAD + "a.bib\tmissing-date\ta\tissued\n"


def test_a_baseline_that_is_not_there_hides_nothing(run: Run) -> None:
    assert run(*LINT) == fails("known.txt: there is no such file; --update-baseline makes it")


def test_a_line_that_is_none_of_a_baseline_is_told(run: Run) -> None:
    write("known.txt", HEAD + "nonsense\n")
    told = "this is no line of a baseline; take the file away and make it anew with --update-baseline"
    assert run(*LINT) == fails(f"known.txt:2:1: {told}")


def test_a_baseline_is_not_made_without_a_name(run: Run) -> None:
    assert run("lint", "--update-baseline") == fails(
        "--update-baseline needs --baseline FILE, which it writes; see `readinglist lint --help`"
    )
