from __future__ import annotations

import shutil
import subprocess

import pytest

from readinglist.cli import group
from readinglist.cli._parameters import drawer_names, rule_names
from readinglist.report import all_reporters
from readinglist.rules import all_rules
from tests.cli.conftest import Complete, Run, write


@pytest.fixture
def complete(run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Complete:
    """Return what a shell would offer for the last of these words."""

    def offers(*words: str) -> list[str]:
        monkeypatch.setenv("_READINGLIST_COMPLETE", "zsh_complete")
        monkeypatch.setenv("COMP_WORDS", " ".join(["readinglist", *words]))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        capsys.readouterr()
        with pytest.raises(SystemExit):
            group.main([], prog_name="readinglist", complete_var="_READINGLIST_COMPLETE")
        captured = capsys.readouterr()
        assert captured.err == ""
        return captured.out.splitlines()[1::3]

    return offers


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["s"], ["schema", "set", "show", "site", "stats", "styles"]),
        (["--no"], ["--no-color"]),
        (["lint", "--fa"], ["--fail-on"]),
        (["lint", "--fail-on", ""], ["info", "warning", "error"]),
        (["lint", "--format", "j"], ["json", "jsonl", "junit"]),
        (["lint", "--select", "missing-d"], ["missing-date"]),
        (["lint", "--ignore", "duplicate-id,missing-d"], ["duplicate-id,missing-date"]),
        (["explain", "duplicate-y"], ["duplicate-yaml-key"]),
        (["explain", "tls-w"], ["tls-wrong-host"]),
        (["show", ""], ["ko2025tpu", "kwon2023paged"]),
        (["set", "kw"], ["kwon2023paged"]),
        (["edit", "ko"], ["ko2025tpu"]),
        (["merge", "ko2025tpu", "kw"], ["kwon2023paged"]),
        (["remove", "ko2025tpu", "kw"], ["kwon2023paged"]),
        (["rename", "kw"], ["kwon2023paged"]),
        (["cite", "kw"], ["kwon2023paged"]),
        (["list", "--edition", ""], ["first"]),
        (["add", "--file", ""], ["catalog.yaml"]),
        (["completion", "f"], ["fish"]),
    ],
    ids=" ".join,
)
def test_a_shell_is_offered(complete: Complete, words: list[str], offered: list[str]) -> None:
    assert complete(*words) == offered


def test_ids_come_from_the_catalog_that_the_options_and_the_configuration_name(complete: Complete) -> None:
    write("lists/other.yaml", 'references:\n- title: T\n  id: "one"\n- {id: two, title: T}\n')
    assert complete("--catalog", "lists/other.yaml", "show", "") == ["one", "two"]
    write("readinglist.toml", 'catalog = ["lists/*.yaml"]\n')
    assert complete("show", "") == ["one", "two"]


@pytest.mark.parametrize("broken", ["catalog = [", "catalog = 3\n", 'catalog = ["no-such-file.yaml"]\n', "\x00"])
def test_completion_is_silent_where_something_is_wrong(complete: Complete, broken: str) -> None:
    write("readinglist.toml", broken)
    assert complete("show", "") == []


def test_names_are_told_from_the_files_as_if_these_were_loaded() -> None:
    assert sorted(rule_names()) == list(all_rules())
    assert drawer_names("report") == list(all_reporters())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_can_read(run: Run, shell: str) -> None:
    script = run("completion", shell)
    assert (script.status, script.stderr) == (0, "")
    assert "_READINGLIST_COMPLETE" in script.stdout
    if program := shutil.which(shell):
        checked = subprocess.run([program, "-n", "-c", script.stdout], capture_output=True, check=False)
        assert (checked.returncode, checked.stderr) == (0, b"")
