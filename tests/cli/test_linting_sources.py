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


def test_json_that_is_no_bibliography_is_told_and_does_not_hide_the_others(run: Run) -> None:
    write("package.json", '{"name": "a", "version": "1"}\n')
    write("a.bib", BIB)
    told = (
        "package.json:1:1: error[entry-dropped]: this is JSON, but no bibliography; an entry has a `type` of CSL, or a"
        " title with an address or authors and a year\n"
    )
    expected = Result(1, told + TWICE + "1 error, 1 warning in 2 files\n", "")
    assert run("lint", "--select", "duplicate-author", "package.json", "a.bib") == expected


WORKS = """\
paged:
  type: Article
  title: Paged attention
  author: [Kwon, Woosuk, "Kwon, Woosuk"]
  serial-number: {doi: 10.1145/3600006.3613165}
again:
  type: Web
  title: One
  url: http://example.org/?utm_source=x
"""
ITEMS = """\
references:
- id: one
  type: webpage
  title: One
  issued: {date-parts: [[2020, 1]]}
  URL: http://example.org/?utm_source=x
"""


def test_the_yaml_of_typst_is_judged_as_what_it_is(run: Run) -> None:
    write("works.yaml", WORKS)
    result = run("lint", "--select", "url-tracking,unknown-key,wrong-type", "works.yaml")
    assert result.stdout.splitlines() == [
        "works.yaml:9:8: warning[url-tracking]: this address follows its reader about; write http://example.org/",
        "1 warning in 1 file",
    ]


def test_the_yaml_of_pandoc_is_judged_as_what_it_is(run: Run) -> None:
    as_a_head = "---\nnocite: '@*'\n" + ITEMS.replace("{date-parts: [[2020, 1]]}", "2020-01") + "---\n"
    for text, line in ((ITEMS, 6), (as_a_head, 8)):
        write("items.yaml", text)
        result = run("lint", "--select", "url-tracking,unknown-key,wrong-type,yaml-syntax", "items.yaml")
        assert result.stdout.partition(" this")[0] == f"items.yaml:{line}:8: warning[url-tracking]:"
        assert result.stdout.endswith("\n1 warning in 1 file\n")


def test_a_catalog_with_the_dates_of_pandoc_is_a_catalog_with_mistakes(run: Run) -> None:
    write("catalog.yaml", ITEMS + "  area: [a]\n")
    assert "catalog.yaml:5:11: error[date-format]" in run("lint", "--select", "date-format").stdout


def test_the_yaml_of_another_program_is_not_fixed(run: Run) -> None:
    for text in (WORKS, ITEMS):
        write("works.yaml", text)
        assert run("lint", "--fix", "works.yaml") == fails(
            "works.yaml is no catalog, and only those are changed; take it into one with `readinglist import`"
        )
        assert read("works.yaml") == text


def test_an_eprint_that_names_no_server_is_no_wrong_arxiv_number(run: Run) -> None:
    entry = "@misc{a, title = {One}, eprint = {12345}%s}\n"
    write("a.bib", entry % "")
    assert run("lint", "--select", "arxiv-format", "a.bib").stdout == "no findings in 1 entry\n"
    write("a.bib", entry % ", archiveprefix = {arXiv}")
    assert "error[arxiv-format]: a: eprint: '12345'" in run("lint", "--select", "arxiv-format", "a.bib").stdout


def test_the_links_that_crossref_sends_are_not_our_link(run: Run) -> None:
    links = '[{"URL": "https://example.org/a.pdf", "intended-application": "similarity-checking"}]'
    write("a.json", f'[{{"type": "book", "title": "A", "issued": {{"raw": "2020"}}, "link": {links}}}]')
    assert run("lint", "--select", "url-syntax,wrong-type", "a.json").stdout == "no findings in 1 entry\n"


def test_a_link_to_a_doi_is_all_that_a_list_in_markdown_has(run: Run) -> None:
    write("README.md", "- [One](https://doi.org/10.1145/3360307)\n- [Two](http://doi.org/10.1145/3600006)\n")
    assert run("lint", "README.md").stdout == "no findings in 2 entries\n"


def test_dates_are_missed_in_a_list_in_markdown_only_where_most_are_dated(run: Run) -> None:
    dated = "".join(f"- [Paper {number}](https://e.org/{number}) (2020)\n" for number in range(3))
    write("README.md", f"{dated}- [Undated](https://e.org/4)\n")
    told = [line.partition(" ")[0] for line in run("lint", "--select", "missing-date", "README.md").stdout.splitlines()]
    assert told[0] == "README.md:4:1:"
    write("README.md", "- [Dated](https://e.org/1) (2020)\n- [Paper](https://e.org/2)\n- [Paper](https://e.org/3)\n")
    assert run("lint", "--select", "missing-date", "README.md").stdout == "no findings in 3 entries\n"


def test_advice_about_bibtex_is_given_in_its_words(run: Run) -> None:
    preprint = "@misc{a,\n  title = {One},\n  note = {arXiv:2309.06180}\n}\n"
    write(
        "a.bib", preprint + preprint.replace("{a,", "{b,").replace("note = {arXiv:2309.06180}", "eprint = 2309.06180")
    )
    told = run("lint", "--select", "arxiv-in-other-field,duplicate-identifier,no-identifier", "a.bib").stdout
    assert told == (
        "a.bib:3:10: warning[arxiv-in-other-field]: this is the arXiv number 2309.06180; write it as"
        " `eprint = {2309.06180}` with `archivePrefix = {arXiv}`\n"
        "1 warning in 1 file\n"
    )
