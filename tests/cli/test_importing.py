"""`readinglist import` and `readinglist convert`."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from readinglist.cli import group, run
from readinglist.cli._app import App

BIB = """@article{kwon2023, title = {Paged attention}, author = {Kwon, Woosuk}, year = 2023, doi = {10.1145/1}}
@article{bell2020,
  title = {A title}
  author = {Bell, Ann},
  year = 2020,
}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("catalog.yaml").write_text("version: 1\nreferences:\n- id: old\n  type: book\n  title: Old\n")
    Path("refs.bib").write_text(BIB)
    return tmp_path


def test_import_adds_what_is_new_and_says_what_it_did(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "refs.bib"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "refs.bib: 2 entries read as bibtex: named .bib, and line 1 has `@article{`",
        "refs.bib:3:20: warning[syntax-recovered]: a comma is missing behind the field 'title'",
        "1 warning in 1 file",
        "refs.bib: 2 new, 0 merged into entries of the list, 0 there already",
        "changed catalog.yaml",
    ]
    assert "- id: kwon2023\n  type: article-journal\n" in Path("catalog.yaml").read_text()


def test_a_second_import_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["import", "refs.bib"])
    before = Path("catalog.yaml").read_bytes()
    assert run(["import", "refs.bib"]) == 0
    assert Path("catalog.yaml").read_bytes() == before
    assert "0 new, 0 merged into entries of the list, 2 there already" in capsys.readouterr().err


def test_a_dry_run_shows_the_change_and_makes_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("catalog.yaml").read_bytes()
    assert run(["import", "refs.bib", "--dry-run"]) == 0
    assert "+- id: kwon2023" in capsys.readouterr().out
    assert Path("catalog.yaml").read_bytes() == before


def test_an_entry_that_is_left_out_makes_the_status_say_so(folder: Path) -> None:
    Path("refs.bib").write_text(BIB + "@comment{@misc{gone, title = {Gone}}}\n")
    assert run(["import", "refs.bib"]) == 1
    assert "kwon2023" in Path("catalog.yaml").read_text()


def test_a_file_that_is_no_bibliography_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("story.txt").write_text("Once upon a time")
    assert run(["import", "story.txt"]) == 2
    assert "story.txt: nothing tells which format this is" in capsys.readouterr().err
    assert run(["import", "missing.bib"]) == 2
    assert run(["import", "refs.bib", "--format", "bibtx"]) == 2
    assert "did you mean 'bibtex'?" in capsys.readouterr().err


def test_convert_needs_no_catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("refs.bib").write_text(BIB)
    assert run(["convert", "refs.bib", "refs.ris"]) == 0
    assert Path("refs.ris").read_text().startswith("TY  - JOUR\nAU  - Kwon, Woosuk\n")
    assert run(["convert", "refs.ris", "refs.json"]) == 0
    assert '"DOI": "10.1145/1"' in Path("refs.json").read_text()


def test_convert_reads_and_writes_streams() -> None:
    done = CliRunner().invoke(group, ["convert", "-", "-", "--to", "catalog"], input=BIB, obj=App())
    assert done.exit_code == 0
    assert done.stdout.startswith("version: 1\nreferences:\n- id: kwon2023\n  type: article-journal\n")


def test_convert_reports_what_the_other_format_cannot_hold(folder: Path) -> None:
    Path("list.yaml").write_text("version: 1\nreferences:\n- {id: a, type: speech, title: T, rating: 3}\n")
    assert run(["convert", "list.yaml", "out.ris", "--report", "report.txt"]) == 0
    assert Path("report.txt").read_text() == (
        "list.yaml:3:3: info[lossy-export]: RIS has no field for `rating`\n1 info in 1 file\n"
    )


def test_convert_to_an_unknown_suffix_says_how_to_go_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", "refs.bib", "refs.xyz"]) == 2
    assert "refs.xyz: no format has this suffix; say it with --to" in capsys.readouterr().err
