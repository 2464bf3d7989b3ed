"""Which list a command works on: the nearest configuration, or what the options say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Result, Run, fails, read, says, write

IDS = ("list", "--format", "ids")


@pytest.fixture
def repository(here: Path) -> Path:
    """A repository with a list at its top, one in a folder, and one that pyproject.toml speaks of."""
    write("readinglist.toml", 'catalog = ["catalog.yaml"]\n')
    write("catalog.yaml", "references:\n- id: top\n  title: Top\n")
    write("papers/readinglist.toml", 'catalog = ["b.yaml", "a.yaml"]\n')
    write("papers/a.yaml", "references:\n- id: a\n  title: A\n")
    write("papers/b.yaml", "references:\n- id: b\n  title: B\n")
    write("papers/deep/er/note.txt", "")
    write("code/pyproject.toml", '[tool.readinglist]\ncatalog = ["docs/*.yaml"]\n')
    write("code/docs/one.yaml", "references:\n- id: one\n  title: One\n")
    write("other/pyproject.toml", "[tool.ruff]\n")
    return here


@pytest.mark.parametrize(
    ("folder", "ids"),
    [
        (".", ["top"]),
        ("papers", ["b", "a"]),
        ("papers/deep/er", ["b", "a"]),
        ("code", ["one"]),
        ("code/docs", ["one"]),
        ("other", ["top"]),
    ],
)
def test_the_nearest_configuration_decides(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch, folder: str, ids: list[str]
) -> None:
    monkeypatch.chdir(repository / folder)
    assert run(*IDS) == says(*ids)


def test_options_name_another_configuration_or_other_files(repository: Path, run: Run) -> None:
    assert run("--config", "papers/readinglist.toml", *IDS) == says("b", "a")
    assert run(*IDS, "--config", "code/pyproject.toml") == says("one")
    assert run("--catalog", "papers/a.yaml", "--catalog", "catalog.yaml", *IDS) == says("a", "top")


def test_verbose_says_what_is_used(repository: Path, run: Run) -> None:
    told = "settings: papers/readinglist.toml\ncatalog: papers/b.yaml, papers/a.yaml\n"
    assert run("-v", "--config", "papers/readinglist.toml", *IDS) == Result(0, "b\na\n", told)
    Path("readinglist.toml").unlink()
    assert run(*IDS, "--verbose") == Result(0, "top\n", "settings: the usual ones\ncatalog: catalog.yaml\n")


def test_a_command_in_a_folder_below_changes_the_list_above(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "papers/deep/er")
    assert run("-q", "set", "a", "issued=2024") == says()
    assert read(str(repository / "papers/a.yaml")) == "references:\n- id: a\n  title: A\n  issued: 2024\n"


def test_a_folder_of_files_is_one_catalog_in_the_order_of_names(here: Path, run: Run) -> None:
    Path("catalog.yaml").unlink()
    write("catalog/20-more.yaml", "references:\n- id: later\n  title: L\n")
    write("catalog/10-first.yaml", "references:\n- id: early\n  title: E\n")
    write("catalog/notes.txt", "no catalog")
    assert run(*IDS) == says("early", "later")


def test_a_file_that_the_configuration_names_must_be_there(here: Path, run: Run) -> None:
    write("readinglist.toml", 'catalog = ["catalog.yaml", "gone.yaml"]\n')
    assert run(*IDS) == fails(
        "gone.yaml: there is no such file; write it, or take it out of `catalog` in readinglist.toml"
    )


def test_paths_may_hold_spaces_and_be_links(here: Path, run: Run) -> None:
    write("my lists/the list.yaml", "references:\n- id: spaced\n  title: S\n")
    Path("link.yaml").symlink_to("my lists/the list.yaml")
    assert run("--catalog", "my lists/the list.yaml", *IDS) == says("spaced")
    assert run("-q", "--catalog", "link.yaml", "set", "spaced", "title=T") == says()
    assert Path("link.yaml").is_symlink()
    assert read("my lists/the list.yaml") == "references:\n- id: spaced\n  title: T\n"
