"""Rules of a list's own: a file of Python that readinglist.toml names."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Result, Run, fails, says, write
from tests.docs.blocks import ROOT, blocks

RULE = '''\
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.WARNING)
def no_shouting(catalog):
    """A title shouts.

    It need not.
    """
    for entry in catalog:
        if entry.title and entry.title.endswith("!"):
            calm = entry.title.rstrip("!")
            yield Finding(entry.at("title"), "a title need not shout", set_value(entry.at("title"), calm))
'''
LIST = "references:\n- id: a\n  title: One!\n- id: b\n  title: Two!\n  check: {ignore: [no-shouting]}\n"
TOLD = "catalog.yaml:3:10: warning[no-shouting]: a title need not shout\n"
CONFIG = '[lint]\nrules = ["house.py"]\nselect = ["no-shouting"]\n'


@pytest.fixture
def housed(run: Run) -> Run:
    """A run in a folder whose list has a rule of its own."""
    write("catalog.yaml", LIST)
    write("readinglist.toml", CONFIG)
    write("house.py", RULE)
    return run


def test_a_rule_of_the_house_is_run_and_can_be_silenced_like_any_other(housed: Run) -> None:
    assert housed("lint") == Result(0, TOLD + "1 warning in 1 file; can be fixed: 1 with --fix\n", "")
    assert housed("lint", "--ignore", "no-shouting") == says("no findings in 2 entries")
    write("readinglist.toml", CONFIG + 'ignore = ["no-shouting"]\n')
    assert housed("lint") == says("no findings in 2 entries")


def test_a_rule_of_the_house_can_fix(housed: Run) -> None:
    assert housed("lint", "--fix") == Result(0, "no findings in 2 entries\n", "changed catalog.yaml\n")


def test_a_rule_of_the_house_is_explained(housed: Run) -> None:
    assert housed("explain", "no-shouting") == says("no-shouting (warning)", "", "A title shouts.", "", "It need not.")
    assert "house/no-shouting" in housed("explain").stdout


def test_a_rule_of_the_house_is_known_to_reports(housed: Run) -> None:
    run = json.loads(housed("lint", "--format", "sarif").stdout)["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["no-shouting"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("def no_shouting(catalog:\n", "house.py:1:16: '(' was never closed"),
        ("import readinglist\n\nreadinglist.nothing\n", "house.py:3: AttributeError: module 'readinglist' has no"),
        ("x = 1\n", "house.py:1: no rule here; write `@rule(Severity.WARNING)` above a function of a catalog"),
        (
            RULE.replace('    """A title shouts.\n\n    It need not.\n    """\n', ""),
            "house.py: the rule 'no-shouting' has no",
        ),
        (
            RULE.replace("no_shouting", "missing_date"),
            "house.py: there is a rule 'missing-date' already; call this one otherwise",
        ),
    ],
    ids=["syntax", "import", "no rule", "no docstring", "taken"],
)
def test_a_file_without_rules_that_work_is_told_by_its_line(housed: Run, text: str, told: str) -> None:
    write("house.py", text)
    write("readinglist.toml", CONFIG.replace('select = ["no-shouting"]\n', ""))
    result = housed("lint")
    assert (result.status, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {told}")


def test_a_rule_that_fails_is_told_by_its_line(housed: Run) -> None:
    write("house.py", RULE.replace("entry.title.rstrip", "entry.titel.rstrip"))
    failed = "the rule 'no-shouting' fails: AttributeError: 'Entry' object has no attribute 'titel'"
    assert housed("lint") == fails(f"house.py:14: {failed}")


def test_a_rule_that_gives_something_else_is_told_what_to_give(housed: Run) -> None:
    write("house.py", RULE.replace("yield Finding(", "yield ("))
    assert housed("lint").stderr.endswith('yield Finding(entry.at("field"), "what to do")\n')


def test_a_file_that_is_not_there_is_told(run: Run) -> None:
    write("readinglist.toml", CONFIG)
    result = run("lint")
    assert (result.status, result.stderr.partition(" in /")[0]) == (
        2,
        "error: readinglist.toml:2:1: `rules` names house.py, and there is no such file",
    )


def test_the_rule_in_the_manual_works(run: Run) -> None:
    (code,) = [block for block in blocks("python", pages=iter([ROOT / "docs" / "rules.md"])) if block.mark == "house"]
    write("catalog.yaml", "references:\n- id: a\n  annote: A groundbreaking work\n")
    write("readinglist.toml", '[lint]\nrules = ["house_rules.py"]\nselect = ["no-hype"]\n')
    write("house_rules.py", code.text)
    told = "catalog.yaml:3:11: warning[no-hype]: say what the reader learns instead of 'groundbreaking'\n"
    assert run("lint") == Result(0, told + "1 warning in 1 file\n", "")
