"""`build`: what is written, what is touched, and what is left alone."""

import hashlib
import os
from pathlib import Path

import pytest

from readinglist.building import build
from readinglist.config import read_config
from readinglist.errors import BadConfig, CannotWrite
from readinglist.reading_list import ReadingList

CATALOG = """\
areas: {hardware: Hardware}
references:
- id: tpu-deep-dive
  type: blog
  title: TPU Deep Dive
  URL: https://example.org/tpu
  annote: in depth.
  area: [hardware]
- id: book
  type: book
  title: How to Scale Your Model
  URL: https://example.org/book
  listed: false
"""
CONFIG = """\
catalog = ["catalog.yaml"]

[exports."list.md"]
format = "markdown"

[exports."references.bib"]
format = "bibtex"

[exports."book.bib"]
format = "bibtex"
query = "id:book"
"""
LIST = "* [**TPU Deep Dive**](https://example.org/tpu): in depth.\n"


@pytest.fixture
def where(tmp_path: Path) -> ReadingList:
    (tmp_path / "catalog.yaml").write_text(CATALOG)
    (tmp_path / "readinglist.toml").write_text(CONFIG)
    return ReadingList.open(tmp_path)


def built(where: ReadingList, *, write: bool = True, force: bool = False) -> list[str]:
    return [Path(change.file).name for change in build(where.config, where.sound(), write=write, force=force).changes]


def exports(where: ReadingList) -> Path:
    return where.config.root / "exports"


def test_every_export_that_is_named_is_written(where: ReadingList) -> None:
    assert built(where) == ["list.md", "references.bib", "book.bib"]
    assert (exports(where) / "list.md").read_text() == LIST
    assert sorted(file.name for file in exports(where).iterdir()) == [
        "SHA256SUMS",
        "book.bib",
        "list.md",
        "references.bib",
    ]


def test_a_second_build_touches_nothing(where: ReadingList) -> None:
    built(where)
    before = {file: file.stat().st_mtime_ns for file in exports(where).iterdir()}
    assert built(where) == []
    assert {file: file.stat().st_mtime_ns for file in exports(where).iterdir()} == before


def test_another_annotation_rewrites_only_the_files_that_show_it(where: ReadingList) -> None:
    built(where)
    (where.config.root / "catalog.yaml").write_text(CATALOG.replace("in depth.", "in great depth."))
    assert built(where) == ["list.md"]


def test_check_says_what_is_stale_and_writes_nothing(where: ReadingList) -> None:
    built(where)
    (where.config.root / "catalog.yaml").write_text(CATALOG.replace("in depth.", "in great depth."))
    (change,) = build(where.config, where.sound(), write=False).changes
    assert change.diff == (
        f"--- a/{change.file}\n+++ b/{change.file}\n@@ -1 +1 @@\n-{LIST}+{LIST.replace('in depth', 'in great depth')}"
    )
    assert (exports(where) / "list.md").read_text() == LIST


def test_a_file_that_somebody_else_wrote_stays_and_nothing_is_written(where: ReadingList) -> None:
    exports(where).mkdir()
    (exports(where) / "references.bib").write_text("% mine\n")
    with pytest.raises(CannotWrite, match=r"references\.bib: not what readinglist wrote there; move it away, or say"):
        built(where)
    assert [file.name for file in exports(where).iterdir()] == ["references.bib"]
    assert (exports(where) / "references.bib").read_text() == "% mine\n"


def test_a_file_that_was_changed_by_hand_stays(where: ReadingList) -> None:
    built(where)
    (exports(where) / "list.md").write_text(LIST + "* and another\n")
    with pytest.raises(CannotWrite, match=r"list\.md"):
        built(where)
    assert (exports(where) / "list.md").read_text() == LIST + "* and another\n"


def test_force_replaces_what_somebody_else_wrote(where: ReadingList) -> None:
    exports(where).mkdir()
    (exports(where) / "list.md").write_text("mine\n")
    assert built(where, force=True) == ["list.md", "references.bib", "book.bib"]
    assert (exports(where) / "list.md").read_text() == LIST


def test_a_file_that_already_says_what_it_should_is_nobody_elses(where: ReadingList) -> None:
    exports(where).mkdir()
    (exports(where) / "list.md").write_text(LIST)
    assert built(where) == ["references.bib", "book.bib"]


def test_an_export_that_is_no_longer_named_is_removed_if_it_is_ours(where: ReadingList) -> None:
    built(where)
    (where.config.root / "readinglist.toml").write_text(CONFIG.partition('[exports."book.bib"]')[0])
    changed = ReadingList.open(where.config.root)
    assert build(changed.config, changed.sound()).outdated == (str(exports(where) / "book.bib"),)
    assert not (exports(where) / "book.bib").exists()


def test_an_export_that_is_no_longer_named_stays_if_it_was_changed_by_hand(where: ReadingList) -> None:
    built(where)
    (exports(where) / "book.bib").write_text("mine\n")
    (where.config.root / "readinglist.toml").write_text(CONFIG.partition('[exports."book.bib"]')[0])
    changed = ReadingList.open(where.config.root)
    assert build(changed.config, changed.sound()).outdated == ()
    assert (exports(where) / "book.bib").read_text() == "mine\n"


def test_the_sums_are_those_that_sha256sum_checks(where: ReadingList) -> None:
    built(where)
    rows = [line.split("  ") for line in (exports(where) / "SHA256SUMS").read_text().splitlines()]
    assert rows == [
        [hashlib.sha256((exports(where) / name).read_bytes()).hexdigest(), name]
        for name in ("book.bib", "list.md", "references.bib")
    ]


@pytest.mark.parametrize("name", ["../outside.bib", "/tmp/outside.bib", "SHA256SUMS"])
def test_an_export_cannot_be_written_outside_of_its_folder(where: ReadingList, name: str) -> None:
    (where.config.root / "readinglist.toml").write_text(
        f"catalog = ['catalog.yaml']\n[exports.'{name}']\nformat = 'bibtex'"
    )
    config = read_config(where.config.root / "readinglist.toml")
    with pytest.raises(BadConfig, match="would be written outside"):
        build(config, where.sound())


def test_an_unknown_format_is_named_with_the_nearest(where: ReadingList) -> None:
    (where.config.root / "readinglist.toml").write_text(
        "catalog = ['catalog.yaml']\n[exports.'a.bib']\nformat = 'bibtx'"
    )
    config = read_config(where.config.root / "readinglist.toml")
    with pytest.raises(BadConfig, match=r"export 'a\.bib': no format named 'bibtx'; did you mean 'bibtex'\?"):
        build(config, where.sound())


@pytest.mark.skipif(os.name != "posix", reason="links need a POSIX system")
def test_a_link_to_a_folder_elsewhere_does_not_lead_out(
    where: ReadingList, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    exports(where).mkdir()
    (exports(where) / "sub").symlink_to(elsewhere)
    (where.config.root / "readinglist.toml").write_text(
        "catalog = ['catalog.yaml']\n[exports.'sub/a.bib']\nformat = 'bibtex'"
    )
    config = read_config(where.config.root / "readinglist.toml")
    with pytest.raises(BadConfig, match="would be written outside"):
        build(config, where.sound())


def test_sums_cannot_make_build_remove_a_file_elsewhere(where: ReadingList) -> None:
    built(where)
    precious = where.config.root / "precious.txt"
    precious.write_text("keep me\n")
    with (exports(where) / "SHA256SUMS").open("a") as sums:
        sums.write(f"{hashlib.sha256(precious.read_bytes()).hexdigest()}  ../precious.txt\n")
    assert build(where.config, where.sound()).outdated == ()
    assert precious.read_text() == "keep me\n"


def test_an_unknown_option_of_a_format_is_told_with_the_export_and_the_nearest(where: ReadingList) -> None:
    file = where.config.root / "readinglist.toml"
    file.write_text("catalog = ['catalog.yaml']\n[exports.'a.bib']\nformat = 'bibtex'\nkeyword = true\n")
    with pytest.raises(BadConfig) as told:
        build(read_config(file), where.sound())
    assert (
        str(told.value) == f"{file}:2:2: export 'a.bib': format bibtex: no option 'keyword'; did you mean 'keywords'?"
    )
