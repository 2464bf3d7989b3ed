from __future__ import annotations

import json

from tests.cli.conftest import CATALOG, Result, Run, fails, read, says, write

TWICE = "references:\n- id: a\n  title: One\n- id: A\n  title: Two\n"
UNDATED = "references:\n- id: a\n  title: One\n"
TAKEN = "catalog.yaml:4:7: error[duplicate-id]: the id 'a' is taken already; give this entry another one\n"
HINT = "catalog.yaml:2:3: info[missing-date]: no publication date; a year is enough\n"


def test_a_sound_catalog_has_no_findings(run: Run) -> None:
    assert run("lint", "--select", "duplicate-id,missing-date") == says("no findings in 2 entries")


def test_findings_of_the_asked_severity_make_the_status_one(run: Run) -> None:
    write("catalog.yaml", UNDATED)
    report = HINT + "1 info in 1 file\n"
    assert run("lint", "--select", "missing-date") == Result(0, report, "")
    assert run("lint", "--select", "missing-date", "--fail-on", "warning") == Result(0, report, "")
    assert run("lint", "--select", "missing-date", "--fail-on", "info") == Result(1, report, "")


def test_rules_are_selected_and_ignored_by_name(run: Run) -> None:
    write("catalog.yaml", TWICE)
    assert run("lint", "--select", "duplicate-id") == Result(1, TAKEN + "1 error in 1 file\n", "")
    assert run("lint", "--select", "duplicate-id, missing-date", "--ignore", "missing-date").stdout.startswith(TAKEN)
    assert run("lint", "--select", "duplicate-id", "--ignore", "duplicate-id") == says("no findings in 2 entries")


def test_rules_are_ignored_by_configuration_and_in_an_entry(run: Run) -> None:
    write("catalog.yaml", UNDATED)
    write("readinglist.toml", '[lint]\nselect = ["missing-date"]\nfail-on = "info"\n')
    assert run("lint") == Result(1, HINT + "1 info in 1 file\n", "")
    write("readinglist.toml", '[lint]\nselect = ["missing-date"]\nignore = ["missing-date"]\n')
    assert run("lint") == says("no findings in 1 entry")
    write("readinglist.toml", '[lint]\nselect = ["missing-date"]\n')
    write("catalog.yaml", UNDATED + "  check: {ignore: [missing-date]}\n")
    assert run("lint") == says("no findings in 1 entry")


def test_files_that_are_named_are_checked_instead_of_the_catalog(run: Run) -> None:
    write("my lists/one list.yaml", TWICE)
    result = run("lint", "--select", "duplicate-id", "my lists/one list.yaml")
    assert result.stdout == TAKEN.replace("catalog.yaml", "my lists/one list.yaml") + "1 error in 1 file\n"
    assert run("lint", "--select", "duplicate-id", "--catalog", "my lists/one list.yaml") == result


def test_a_dash_is_standard_input(run: Run) -> None:
    result = run("lint", "--select", "duplicate-id", "-", stdin=TWICE)
    assert result == Result(1, TAKEN.replace("catalog.yaml", "-") + "1 error in 1 file\n", "")
    assert run("lint", "--select", "duplicate-id", "-", stdin="") == says("no findings in 0 entries")


def test_one_bad_file_does_not_hide_what_is_wrong_in_another(run: Run) -> None:
    write("a.yaml", "references:\n- id: a\n  title: [\n")
    write("b.yaml", TWICE)
    lines = run("lint", "--select", "duplicate-id", "a.yaml", "b.yaml").stdout.splitlines()
    assert [line.partition(": error")[0] for line in lines[:-1]] == ["a.yaml:4:1", "b.yaml:4:7"]
    assert lines[-1] == "2 errors in 2 files"


def test_the_fixes_can_be_shown_before_they_are_made(run: Run) -> None:
    text = "references:\n- id: a\n  title: One\n  issued: July 2023  # from the page\n"
    write("catalog.yaml", text)
    diff = (
        "--- a/catalog.yaml\n"
        "+++ b/catalog.yaml\n"
        "@@ -1,4 +1,4 @@\n"
        " references:\n"
        " - id: a\n"
        "   title: One\n"
        "-  issued: July 2023  # from the page\n"
        "+  issued: 2023-07  # from the page\n"
    )
    assert run("lint", "--select", "date-format", "--diff") == Result(1, diff, "")
    assert read() == text
    fixed = run("lint", "--select", "date-format", "--fix")
    assert fixed == Result(0, "no findings in 1 entry\n", "changed catalog.yaml\n")
    assert read() == text.replace("July 2023", "2023-07")
    assert run("lint", "--select", "date-format", "--diff") == Result(0, "", "nothing to change\n")


def test_a_doubtful_fix_waits_until_it_is_asked_for(run: Run) -> None:
    text = "references:\n- id: a\n  titel: One\n  issued: 2024\n"
    write("catalog.yaml", text)
    assert run("lint", "--select", "unknown-key", "--fix").status == 1
    assert read() == text
    assert run("lint", "--select", "unknown-key", "--unsafe-fixes").status == 0
    assert read() == text.replace("titel", "title")


def test_standard_input_cannot_be_fixed_in_place(run: Run) -> None:
    assert run("lint", "--fix", "-", stdin=TWICE) == fails(
        "what comes from standard input cannot be fixed in place; name the file instead of -"
    )


def test_findings_for_programs_are_lines_of_json(run: Run) -> None:
    write("catalog.yaml", TWICE)
    (line,) = run("lint", "--select", "duplicate-id", "--format", "jsonl").stdout.splitlines()
    found = json.loads(line)
    assert (found["rule"], found["line"], found["column"]) == ("duplicate-id", 4, 7)


def test_fmt_orders_keys_and_keeps_comments(run: Run) -> None:
    write("catalog.yaml", "references:\n# first\n- title: One  # said so\n  id: a\n  year: 2024\n")
    assert run("fmt") == Result(0, "", "changed catalog.yaml\n")
    assert read() == "references:\n# first\n- id: a\n  title: One  # said so\n  issued: 2024\n"
    assert run("fmt") == Result(0, "", "nothing to change\n")


def test_fmt_can_only_look(run: Run) -> None:
    text = "references:\n- title: One\n  id: a\n"
    write("catalog.yaml", text)
    complaint = "catalog.yaml is not in canonical form; run `readinglist fmt`\n"
    assert run("fmt", "--check") == Result(1, complaint, "")
    diff = (
        "--- a/catalog.yaml\n+++ b/catalog.yaml\n@@ -1,3 +1,3 @@\n"
        " references:\n-- title: One\n-  id: a\n+- id: a\n+  title: One\n"
    )
    assert run("fmt", "--diff") == Result(1, diff, "")
    assert read() == text


def test_fmt_checks_the_catalog_of_the_tests(run: Run) -> None:
    assert run("fmt", "--check") == says()
    assert read() == CATALOG


def test_fmt_is_a_filter(run: Run) -> None:
    assert run("fmt", "-", stdin="references:\r\n- title: One\r\n  id: a\r\n") == Result(
        0, "references:\r\n- id: a\r\n  title: One\r\n", ""
    )


def test_fmt_leaves_what_it_cannot_read_and_says_so(run: Run) -> None:
    text = "references:\n- title: [\n"
    write("catalog.yaml", text)
    result = run("fmt")
    assert (result.status, read()) == (2, text)
    assert run("fmt", "-", stdin=text)._replace(stderr="") == Result(2, "", "")
