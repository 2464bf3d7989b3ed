"""`lint` over files that are no catalogs."""

from __future__ import annotations

from tests.cli.conftest import Result, Run, fails, read, write

BIB = '@misc{a,\n  title = {One},\n  author = "Knuth, Donald and\n            Knuth, Donald"\n}\n'
TWICE = "a.bib:4:13: warning[duplicate-author]: 'Donald Knuth' is named twice; remove one, or add their ORCIDs\n"


def test_a_bibliography_is_judged_at_its_own_lines(run: Run) -> None:
    write("a.bib", BIB)
    assert run("lint", "--select", "duplicate-author", "a.bib") == Result(0, TWICE + "1 warning in 1 file\n", "")


def test_a_catalog_and_a_bibliography_are_judged_in_one_run(run: Run) -> None:
    write("a.bib", BIB)
    write("b.yaml", "references:\n- {id: b, author: [{literal: X}, {literal: X}]}\n")
    lines = run("lint", "--select", "duplicate-author", "b.yaml", "a.bib").stdout.splitlines()
    assert [line.partition(": ")[0] for line in lines[:-1]] == ["b.yaml:2:34", "a.bib:4:13"]


def test_a_bibliography_is_not_fixed(run: Run) -> None:
    write("a.bib", BIB)
    for option in ("--fix", "--unsafe-fixes", "--diff"):
        assert run("lint", option, "a.bib") == fails(
            "a.bib is no catalog, and only those are changed; take it into one with `readinglist import`"
        )
    assert read("a.bib") == BIB


def test_a_list_in_markdown_is_judged_at_its_own_lines(run: Run) -> None:
    write("README.md", "# Papers\n\n- [One](http://example.org/?utm_source=x)\n")
    result = run("lint", "--select", "url-tracking", "README.md")
    assert (result.status, result.stdout.partition(" warning")[0]) == (0, "README.md:3:9:")
