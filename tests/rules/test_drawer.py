"""What the rules share: the reader's problems each have one, and a new file in the drawer is a new rule."""

import sys
from pathlib import Path

import pytest

from readinglist.catalog_file.read import read_catalog
from readinglist.linting import lint
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.model.place import Place
from readinglist.registry import discover
from readinglist.rules import Rule, all_rules

# Every name under which the reader raises a problem, and bytes that make it do so.
BAD_INPUTS = {
    "arxiv-format": b"references: [{id: a, arxiv: x}]",
    "bad-encoding": b"references: [{id: a, title: \xff}]",
    "control-character": b"references: [{id: a, title: \x07}]",
    "date-format": b"references: [{id: a, issued: soon}]",
    "date-impossible": b"references: [{id: a, issued: 2024-13}]",
    "doi-format": b"references: [{id: a, DOI: x}]",
    "duplicate-yaml-key": b"references: [{id: a, title: x, title: y}]",
    "empty-value": b"references: [{id: a, title: ''}]",
    "identifier-syntax": b"references: [{id: a, PMID: x}]",
    "invalid-id-chars": b"references: [{id: a b}]",
    "isbn": b"references: [{id: a, ISBN: x}]",
    "issn": b"references: [{id: a, ISSN: x}]",
    "merge-conflict-marker": b"<<<<<<< HEAD\nreferences: []\n",
    "missing-id": b"references: [{title: x}]",
    "name-unparsable": b"references: [{id: a, author: [{given: x}]}]",
    "newer-version": b"version: 2\n",
    "unknown-key": b"references: [{id: a, x: y}]",
    "unknown-type": b"references: [{id: a, type: x}]",
    "url-latex-escaped": b"references: [{id: a, URL: 'https://x.org/\\_'}]",
    "url-scheme": b"references: [{id: a, URL: 'javascript:x'}]",
    "url-syntax": b"references: [{id: a, URL: x}]",
    "wrong-type": b"references: {}",
    "yaml-syntax": b"references: [",
}


@pytest.mark.parametrize(("name", "data"), BAD_INPUTS.items(), ids=BAD_INPUTS)
def test_what_the_reader_cannot_read_is_told_under_a_rule_with_a_page(name: str, data: bytes) -> None:
    catalog = read_catalog({"catalog.yaml": data})
    assert [problem.rule for problem in catalog.problems] == [name]
    assert name in all_rules()
    assert name in {found.rule for found in lint(catalog)}


def test_two_files_that_disagree_about_an_area_are_told_of_it() -> None:
    catalog = read_catalog({"a.yaml": b"areas: {x: A}", "b.yaml": b"areas: {x: B}"})
    assert [problem.rule for problem in catalog.problems] == ["duplicate-area"]


def test_a_problem_of_reading_is_never_lost_even_without_a_rule() -> None:
    problem = Finding(Place("a.yaml"), "something new is wrong; mend it", rule="brand-new")
    assert lint(Catalog(problems=(problem,))) == [problem]


A_NEW_RULE = '''
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.INFO)
def no_shouting(catalog):
    """A title shouts.

    It need not.
    """
    for entry in catalog:
        if entry.title and entry.title.endswith("!"):
            yield Finding(entry.at("title"), "a title need not shout; take the mark away")
'''


def test_a_file_dropped_into_the_drawer_is_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawer = tmp_path / "text"
    drawer.mkdir()
    (drawer / "no_shouting.py").write_text(A_NEW_RULE)
    (drawer / "_helper.py").write_text("raise RuntimeError('helpers are no rules')")
    text = sys.modules["readinglist.rules.text"]
    with monkeypatch.context() as patched:
        patched.setattr(text, "__path__", [*text.__path__, str(drawer)])
        discover.cache_clear()
        new = all_rules()["no-shouting"]
        assert isinstance(new, Rule)
        assert (new.subject, new.promise) == ("text", "A title shouts.")
        found = lint(read_catalog({"a.yaml": b"references: [{id: a, title: Hey!}]"}), select=["no-shouting"])
        assert [each.rule for each in found] == ["no-shouting"]
    discover.cache_clear()
    del sys.modules["readinglist.rules.text.no_shouting"]
    assert "no-shouting" not in all_rules()


def test_there_are_rules_for_every_subject() -> None:
    subjects = {rule.subject for rule in all_rules().values()}
    assert subjects == {
        "curation",
        "dates",
        "duplicates",
        "file",
        "identifiers",
        "keys",
        "names",
        "numbers",
        "source",
        "text",
        "types",
    }
