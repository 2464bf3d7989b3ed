from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CATALOG, Result, Run, fails, read, says, write

CHANGED = Result(0, "", "changed catalog.yaml\n")


def differences(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that went and those that came."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_set_changes_one_line(run: Run) -> None:
    assert run("set", "kwon2023paged", "tags=attention,paging") == CHANGED
    assert differences(CATALOG, read()) == (
        ["  tags: [kv-cache, memory]  # what people search for"],
        ["  tags: [attention, paging]  # what people search for"],
    )


def test_set_understands_other_words_for_fields_and_reaches_into_maps(run: Run) -> None:
    write("catalog.yaml", "references:\n- id: a\n  annote: {en: Read it}\n")
    assert run("set", "a", "year=2024", "annote.de=Lies es", "authors=Kwon, Woosuk and {vLLM}") == CHANGED
    assert read() == (
        "references:\n"
        "- id: a\n"
        "  author:\n"
        "  - {family: Kwon, given: Woosuk}\n"
        "  - {literal: vLLM}\n"
        "  issued: 2024\n"
        "  annote: {en: Read it, de: Lies es}\n"
    )


def test_an_empty_value_takes_a_field_away(run: Run) -> None:
    assert run("set", "ko2025tpu", "annote=") == CHANGED
    assert differences(CATALOG, read()) == (["  annote: Why systolic arrays."], [])


def test_setting_what_is_there_already_changes_nothing(run: Run) -> None:
    assert run("set", "ko2025tpu", "issued=2025-06-18") == Result(0, "", "nothing to change\n")
    assert run("-q", "set", "ko2025tpu", "issued=2025-06-18") == says()
    assert read() == CATALOG


def test_a_dry_run_shows_the_change_and_writes_nothing(run: Run) -> None:
    assert run("set", "ko2025tpu", "issued=2025", "--dry-run") == says(
        "--- a/catalog.yaml",
        "+++ b/catalog.yaml",
        "@@ -25,7 +25,7 @@",
        "   title: TPU Deep Dive",
        "   author:",
        "   - {family: Ko, given: Henry}",
        "-  issued: 2025-06-18",
        "+  issued: 2025",
        "   URL: https://example.org/tpu",
        "   annote: Why systolic arrays.",
        "   area: [hardware]",
    )
    assert read() == CATALOG


def test_add_appends_an_entry_and_makes_its_id(run: Run) -> None:
    added = run("add", "--no-fetch", "--title", "A Study", "--author", "Doe, Jane", "--year", "2024")
    assert added == fails("no option named '--year'; see `readinglist add --help`")
    options = ["--title", "A Study", "--author", "Doe, Jane", "--author", "{Body}", "--date", "2024", "--type", "blog"]
    assert run("add", "--no-fetch", *options, "--area", "hardware", "--tag", "a", "--tag", "b", "rating=4") == CHANGED
    assert read() == CATALOG + (
        "\n"
        "- id: doe2024study\n"
        "  type: post-weblog\n"
        "  title: A Study\n"
        "  author:\n"
        "  - {family: Doe, given: Jane}\n"
        "  - {literal: Body}\n"
        "  issued: 2024\n"
        "  area: [hardware]\n"
        "  tags: [a, b]\n"
        "  rating: 4\n"
    )


def test_add_refuses_what_is_there_already_unless_it_is_to_be_there_again(run: Run) -> None:
    assert run("add", "--arxiv", "2309.06180", "--title", "Again") == fails(
        "this is already here as 'kwon2023paged'; change that entry, or say --again"
    )
    assert read() == CATALOG
    assert run("add", "--arxiv", "2309.06180", "--title", "Again", "--id", "again", "--again") == CHANGED


def test_add_writes_into_the_file_that_is_named(run: Run) -> None:
    Path("catalog.yaml").unlink()
    write("catalog/a.yaml", "references:\n- id: a\n  title: A\n")
    write("catalog/b.yaml", "references:\n- id: b\n  title: B\n")
    assert run("add", "title=C", "--id", "c", "--file", "catalog/a.yaml") == Result(0, "", "changed catalog/a.yaml\n")
    assert read("catalog/a.yaml") == "references:\n- id: a\n  title: A\n- id: c\n  title: C\n"


def test_rename_keeps_the_old_id_working_and_what_refers_to_it_follows(run: Run) -> None:
    assert run("rename", "kwon2023paged", "kwon2023") == CHANGED
    assert differences(CATALOG, read()) == (
        ["- id: kwon2023paged", "  needs: [kwon2023paged]"],
        ["- id: kwon2023", "  aliases: [kwon2023paged]", "  needs: [kwon2023]"],
    )
    assert run("show", "kwon2023paged").stdout == run("show", "kwon2023").stdout


def test_rename_follows_in_editions_too(run: Run) -> None:
    assert run("rename", "ko2025tpu", "tpu") == CHANGED
    assert "  first: {ids: [tpu], date: 2025-07}\n" in read()


def test_remove_takes_entries_out_of_what_others_need(run: Run) -> None:
    assert run("remove", "kwon2023paged") == CHANGED
    first = CATALOG.index("- id: kwon2023paged")
    second = CATALOG.index("- id: ko2025tpu")
    assert read() == CATALOG[:first] + "\n" + CATALOG[second:].replace("  needs: [kwon2023paged]\n", "")


def test_remove_leaves_what_an_edition_holds(run: Run) -> None:
    assert run("remove", "ko2025tpu") == fails(
        "edition 'first' holds 'ko2025tpu', and an edition keeps its entries; "
        "`readinglist set ko2025tpu listed=false` takes it off the lists instead"
    )
    assert read() == CATALOG


def test_merge_takes_over_what_only_the_other_says_and_tells_where_they_differ(run: Run) -> None:
    write(
        "catalog.yaml",
        "references:\n"
        "- id: a\n  title: One\n  author: [{family: Doe, given: Jane}]\n  tags: [x]\n"
        "- id: b\n  title: Two\n  issued: 2024\n  tags: [x, z]\n  aliases: [bb]\n"
        "- id: c\n  title: Three\n  needs: [b]\n",
    )
    assert run("merge", "a", "b") == Result(0, "", "title: kept One, dropped Two\nchanged catalog.yaml\n")
    assert read() == (
        "references:\n"
        "- id: a\n  title: One\n  author: [{family: Doe, given: Jane}]\n  issued: 2024\n  tags: [x, z]\n"
        "  aliases: [bb, b]\n"
        "- id: c\n  title: Three\n  needs: [a]\n"
    )


def test_an_entry_that_is_merged_does_not_lead_to_itself(run: Run) -> None:
    write(
        "catalog.yaml",
        "references:\n"
        "- id: a\n  title: One\n  needs: [b, c]\n"
        "- id: b\n  title: One\n  related: [a]\n"
        "- id: c\n  title: Three\n",
    )
    assert run("merge", "a", "b") == CHANGED
    assert read() == ("references:\n- id: a\n  title: One\n  needs: [c]\n  aliases: [b]\n- id: c\n  title: Three\n")


@pytest.fixture
def editor(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that writes down what it was called with and replaces 2025 by 2024."""
    script = write(
        "bin/my editor",
        f"#!{sys.executable}\n"
        "import pathlib, sys\n"
        "pathlib.Path('called').write_text('|'.join(sys.argv[1:]))\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        "file.write_text(file.read_text().replace('issued: 2025', 'issued: 2024'))\n",
    )
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"'{script.resolve()}' --wait")
    return script


def test_edit_opens_the_editor_and_lints_what_comes_back(run: Run, editor: Path) -> None:
    assert run("edit", "ko2025tpu") == says("no findings in 2 entries")
    assert read("called") == "--wait|catalog.yaml"
    assert read() == CATALOG.replace("issued: 2025", "issued: 2024")


def test_edit_tells_the_line_to_an_editor_that_takes_one(
    run: Run, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vim = editor.rename(editor.with_name("vim"))
    monkeypatch.setenv("VISUAL", str(vim.resolve()))
    run("edit", "ko2025tpu")
    assert read("called") == "+23|catalog.yaml"


def test_edit_says_what_the_editor_left_behind(run: Run, editor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor.write_text(editor.read_text().replace("issued: 2024", "issued: soon"))
    result = run("edit", "ko2025tpu")
    assert result.status == 1
    assert result.stdout.startswith("catalog.yaml:28:11: error[date-format]: 'soon-06-18' is not a date")


def test_edit_without_a_working_editor_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert run("edit", "ko2025tpu") == fails(
        "the editor 'no-such-editor' cannot be started; set VISUAL or EDITOR to a program that there is"
    )
    monkeypatch.setenv("EDITOR", "false")
    assert run("edit", "ko2025tpu") == fails(
        "the editor 'false' ended with status 1; see `readinglist lint` for what it left"
    )
    assert read() == CATALOG
