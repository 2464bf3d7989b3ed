# ruff: noqa: E501 - a report's lines are as long as they are
"""The same three findings in every format; the titles and a file name do their worst."""

import json
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from readinglist.catalog_file.read import read_catalog
from readinglist.model.catalog import Catalog
from readinglist.model.edit import AddEntry, Remove, RenameKey, SetValue
from readinglist.model.edit import Fix as MakeFix
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Place
from readinglist.model.visible import visible
from readinglist.report import all_reporters
from readinglist.rules import Rule

HERE = Path(__file__).parent
ODD_FILE = "odd,:\n::error::100%.yaml"

CATALOG = r"""
references:
- id: kwon2023paged
  title: "100%\n::set-env name=x::<script>|[a](http://b)` @you \e[31m \u202Eevil 🚀"
  url: https://example.org
- id: quiet
  title: Nothing here
""".lstrip()


def test_text() -> None:
    assert (
        told("text")
        == r"""
catalog.yaml:3:10: error[loud-title]: '100%\n::set-env name=x::<script>|[a](http://b)` @you \x1b[31m \u202eevil 🚀' is loud
catalog.yaml:5:3: warning[dead-link]: gone since 2024
odd,:\n::error::100%.yaml:1:1: info[dead-link]: nothing to read
1 error, 1 warning, 1 info in 2 files; can be fixed: 1 with --fix, 1 with --unsafe-fixes
"""
    )


def test_text_in_color() -> None:
    catalog = catalog_with_odd_file()
    lines = all_reporters()["text"].lines(findings(catalog)[1:2], catalog, True)
    assert list(lines) == [
        "\x1b[1mcatalog.yaml:5:3\x1b[0m: \x1b[1;33mwarning[dead-link]\x1b[0m: gone since 2024",
        "1 warning in 1 file; can be fixed: 1 with --unsafe-fixes",
    ]


def test_text_without_findings_says_how_much_was_looked_at() -> None:
    assert told("text", []) == "\nno findings in 2 entries\n"


def test_text_never_begins_with_a_command_of_a_file_name() -> None:
    found = Finding(Place("::stop-commands::x.yaml"), "nothing to read", rule="loud-title")
    assert told("text", [found]).splitlines()[1] == "./::stop-commands::x.yaml:1:1: error[loud-title]: nothing to read"


def test_github() -> None:
    assert told("github") == (
        "\n::error file=catalog.yaml,line=3,col=10,endLine=3,endColumn=84,title=loud-title::"
        r"'100%25%0A::set-env name=x::<script>|[a](http://b)` @you \x1b[31m \u202eevil 🚀' is loud"
        "\n::warning file=catalog.yaml,line=5,endLine=6,title=dead-link::gone since 2024"
        "\n::notice file=odd%2C%3A%0A%3A%3Aerror%3A%3A100%25.yaml,line=1,col=1,endLine=1,endColumn=1,"
        "title=dead-link::nothing to read"
        "\n1 error, 1 warning, 1 info in 2 files; can be fixed: 1 with --fix, 1 with --unsafe-fixes\n"
    )


def test_jsonl() -> None:
    assert told("jsonl") == (
        r"""
{"rule": "loud-title", "severity": "error", "message": "'100%\n::set-env name=x::<script>|[a](http://b)` @you \u001b[31m \u202eevil \ud83d\ude80' is loud", """
        '"file": "catalog.yaml", "line": 3, "column": 10, "end_line": 3, "end_column": 84, '
        '"id": "kwon2023paged", "field": "title", '
        '"fix": {"safe": true, "edits": '
        '[{"edit": "set", "file": "catalog.yaml", "path": ["references", 0, "title"], "value": "100%"}]}}'
        """
{"rule": "dead-link", "severity": "warning", "message": "gone since 2024", """
        '"file": "catalog.yaml", "line": 5, "column": 3, "end_line": 6, "end_column": 22, '
        '"id": "quiet", "field": null, '
        '"fix": {"safe": false, "edits": '
        '[{"edit": "rename", "file": "catalog.yaml", "path": ["references", 0, "url"], "name": "pdf"}, '
        '{"edit": "remove", "file": "catalog.yaml", "path": ["references", 1]}, '
        '{"edit": "add", "file": "catalog.yaml", "fields": {"id": "new"}}]}}'
        r"""
{"rule": "dead-link", "severity": "info", "message": "nothing to read", """
        r'"file": "odd,:\n::error::100%.yaml", "line": 1, "column": 1, "end_line": 1, "end_column": 1, '
        '"id": null, "field": null, "fix": null}\n'
    )


def test_json_is_the_lines_of_jsonl_and_their_counts() -> None:
    assert json.loads(told("json")) == {
        "findings": [json.loads(line) for line in told("jsonl").strip().splitlines()],
        "counts": {"error": 1, "warning": 1, "info": 1},
    }


def test_json_without_findings() -> None:
    assert (
        told("json", [])
        == """
{
  "findings": [],
  "counts": {
    "error": 0,
    "warning": 0,
    "info": 0
  }
}
"""
    )


def test_an_entry_that_cannot_be_read_still_has_its_id() -> None:
    catalog = read_catalog({"catalog.yaml": b"references:\n- id: No Key!\n  title: 1\n- title: 2\n"})
    lines = all_reporters()["jsonl"].lines(catalog.problems, catalog, False)
    assert [json.loads(line)["id"] for line in lines] == ["No Key!", None]


def test_an_entry_that_was_never_in_a_file_has_its_id_too() -> None:
    entry = read_catalog({"a.yaml": b"references:\n- id: kwon2023paged\n"}).entries[0]
    lines = all_reporters()["jsonl"].lines([Finding(entry.at("issued"), "none")], Catalog((entry,)), False)
    assert [json.loads(line)["id"] for line in lines] == ["kwon2023paged"]


def test_counts() -> None:
    assert (
        told("counts")
        == """
     1  error    loud-title  can be fixed: 1 with --fix
     1  warning  dead-link  can be fixed: 1 with --unsafe-fixes
     1  info     dead-link
1 error, 1 warning, 1 info in 2 files; can be fixed: 1 with --fix, 1 with --unsafe-fixes
"""
    )


def test_markdown() -> None:
    assert (
        told("markdown")
        == r"""
**1 error, 1 warning, 1 info in 2 files; can be fixed: 1 with --fix, 1 with --unsafe-fixes**

- **error** `loud-title` at `catalog.yaml:3:10` in `kwon2023paged`: ``'100%\n::set-env name=x::<script>|[a](http://b)` @you \x1b[31m \u202eevil 🚀' is loud``
- **warning** `dead-link` at `catalog.yaml:5:3` in `quiet`: `gone since 2024`
- **info** `dead-link` at `odd,:\n::error::100%.yaml:1:1`: `nothing to read`
"""
    )


def test_markdown_without_findings() -> None:
    assert told("markdown", []) == "\n**no findings in 2 entries**\n"


def test_markdown_fits_into_a_comment() -> None:
    found = [Finding(Place("catalog.yaml"), "no room " * 100, rule="loud-title")] * 100
    report = told("markdown", found)
    assert 59_000 < len(report) < 61_000
    assert report.endswith("\n- and 30 more\n")


def test_junit() -> None:
    assert (
        told("junit")
        == r"""
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="readinglist" tests="3" failures="1" errors="0" skipped="2">
  <testsuite name="catalog.yaml" tests="2" failures="1" errors="0" skipped="1">
    <testcase classname="catalog.yaml" name="loud-title: kwon2023paged title" file="catalog.yaml" line="3">
      <failure type="error" message="'100%\n::set-env name=x::&lt;script&gt;|[a](http://b)` @you \x1b[31m \u202eevil 🚀' is loud">catalog.yaml:3:10: '100%\n::set-env name=x::&lt;script&gt;|[a](http://b)` @you \x1b[31m \u202eevil 🚀' is loud</failure>
    </testcase>
    <testcase classname="catalog.yaml" name="dead-link: quiet" file="catalog.yaml" line="5">
      <skipped type="warning" message="gone since 2024">catalog.yaml:5:3: gone since 2024</skipped>
    </testcase>
  </testsuite>
  <testsuite name="odd,:\n::error::100%.yaml" tests="1" failures="0" errors="0" skipped="1">
    <testcase classname="odd,:\n::error::100%.yaml" name="dead-link: odd,:\n::error::100%.yaml" file="odd,:\n::error::100%.yaml" line="1">
      <skipped type="info" message="nothing to read">odd,:\n::error::100%.yaml:1:1: nothing to read</skipped>
    </testcase>
  </testsuite>
</testsuites>
"""
    )


def test_junit_of_a_file_without_findings_is_a_test_that_passes() -> None:
    root = ElementTree.fromstring(told("junit", []).strip().encode())
    assert root.attrib == {"name": "readinglist", "tests": "2", "failures": "0", "errors": "0", "skipped": "0"}
    assert [(case.get("name"), len(case)) for case in root.iter("testcase")] == [("no findings", 0)] * 2


def test_sarif(loud_title: None) -> None:
    assert told("sarif") == "\n" + (HERE / "nasty-titles.sarif").read_text("utf-8")


@pytest.mark.parametrize("found", [None, [], [Finding(Place("/an absolute/path.yaml"), "gone", rule="dead-link")]])
def test_sarif_is_valid(loud_title: None, found: list[Finding] | None) -> None:
    Draft7Validator(SARIF_SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER).validate(
        json.loads(told("sarif", found))
    )


def test_sarif_validation_would_notice_a_mistake(loud_title: None) -> None:
    log = json.loads(told("sarif"))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert [error.message for error in Draft7Validator(SARIF_SCHEMA).iter_errors(log)] == [
        "0 is less than the minimum of 1"
    ]


def test_sarif_fingerprints_stay_when_lines_move() -> None:
    before = fingerprints("references:\n- id: loud\n- id: quiet\n")
    after = fingerprints("# a line\nreferences:\n- id: loud\n- id: another\n- id: quiet\n")
    assert before == [after[0], after[2]]
    assert len(set(after)) == 3


def test_sarif_fingerprints_stay_where_a_line_belongs_to_no_entry() -> None:
    broken = "references:\n- id: a\n  title: &a x\n- id: b\n  title: &a x\n"
    before, after = fingerprints(broken), fingerprints("# a line\n" + broken)
    assert before == after
    assert len(set(before)) == 4


@given(message=st.text(), file=st.text(min_size=1), key=st.text())
@pytest.mark.parametrize("format_name", ["text", "github", "jsonl", "json", "markdown", "junit", "sarif"])
def test_no_text_can_steer_who_shows_it(format_name: str, message: str, file: str, key: str) -> None:
    found = [Finding(Place(file, ("references", 0, key)), message, rule="loud-title")]
    harmless = [Finding(Place("a.yaml", ("references", 0, "b")), "c", rule="loud-title")]
    report = told_alone(format_name, found)
    assert len(report) == len(told_alone(format_name, harmless))
    assert not any(visible(line) != line for line in report if format_name not in {"json", "jsonl", "sarif"})
    assert all(line.isascii() for line in report if format_name in {"json", "jsonl", "sarif"})


@given(message=st.text())
def test_junit_can_always_be_read(message: str) -> None:
    found = [Finding(Place("a.yaml"), message, rule="loud-title")]
    root = ElementTree.fromstring("\n".join(told_alone("junit", found)).encode())
    assert [failure.get("message") for failure in root.iter("failure")] == [visible(message)]


@given(message=st.text())
def test_github_can_always_be_read(message: str) -> None:
    found = [Finding(Place("a.yaml"), message, rule="loud-title")]
    command, _ = told_alone("github", found)
    shown = command.partition(",title=loud-title::")[2].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    assert visible(shown) == visible(message)


SARIF_SCHEMA = json.loads((HERE / "sarif-schema-2.1.0.json").read_text("utf-8"))


@pytest.fixture
def loud_title(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "A title shouts.\n\nReaders turn\naway.\n\nFlagged:\n\n    - id: loud\n      title: LOUD"
    loud = Rule("loud-title", Severity.ERROR, lambda catalog: (), page, "readinglist.rules.text.loud_title")
    monkeypatch.setattr("readinglist.report.sarif.all_rules", lambda: {"loud-title": loud})
    monkeypatch.setattr("readinglist.report.sarif.__version__", "1.2.3")


def told_alone(format_name: str, found: Sequence[Finding]) -> list[str]:
    return list(all_reporters()[format_name].lines(found, Catalog(), False))


def fingerprints(text: str) -> list[str]:
    catalog = read_catalog({"catalog.yaml": text.encode()})
    places = [problem.place for problem in catalog.problems] + [entry.at("title") for entry in catalog]
    found = [Finding(place, f"told at {place}", rule="loud-title") for place in places]
    log = json.loads("\n".join(all_reporters()["sarif"].lines(found, catalog, False)))
    return [result["partialFingerprints"]["readinglist/v1"] for result in log["runs"][0]["results"]]


def told(format_name: str, found: Sequence[Finding] | None = None) -> str:
    """Return a report between two line ends, so that a test can show it as a block."""
    catalog = catalog_with_odd_file()
    lines = all_reporters()[format_name].lines(findings(catalog) if found is None else found, catalog, False)
    return "\n".join(["", *lines, ""])


def catalog_with_odd_file() -> Catalog:
    return read_catalog({"catalog.yaml": CATALOG.encode(), ODD_FILE: b""})


def findings(catalog: Catalog) -> list[Finding]:
    loud, quiet = catalog
    title, url = loud.at("title"), loud.at("url")
    return [
        Finding(title, f"'{loud.title}' is loud", MakeFix((SetValue(title, "100%"),)), "loud-title"),
        Finding(
            quiet.place,
            "gone since 2024",
            MakeFix((RenameKey(url, "pdf"), Remove(quiet.place), AddEntry("catalog.yaml", {"id": "new"})), safe=False),
            "dead-link",
            Severity.WARNING,
        ),
        Finding(Place(ODD_FILE), "nothing to read", None, "dead-link", Severity.INFO),
    ]
