"""Editions: frozen once, the same ever after, and compared with each other."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

import pytest

from readinglist.errors import EditRefused
from readinglist.history.compared import compared
from readinglist.history.editions import Wanted, freeze
from readinglist.history.telling import as_text
from readinglist.reading_list import ReadingList
from tests.support.repository import repository

CATALOG = """\
title: A list
references:
- id: a  # the first
  title: A
- id: b
  title: B
  issued: 2024
"""
SETTINGS = """\
[exports."list.md"]
format = "markdown"
"""
NOVEMBER = Wanted("2026-11", "The November list", datetime.date(2026, 11, 21))


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReadingList:
    monkeypatch.chdir(tmp_path)
    Path("catalog.yaml").write_text(CATALOG)
    Path("readinglist.toml").write_text(SETTINGS)
    return ReadingList.open()


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_an_edition_holds_the_exports_a_citation_the_catalog_and_their_sums(listed: ReadingList) -> None:
    freeze(listed, NOVEMBER)
    frozen = files(Path("editions/2026-11"))
    sums = "".join(
        f"{hashlib.sha256(frozen[name]).hexdigest()}  {name}\n" for name in sorted({*frozen} - {"SHA256SUMS"})
    )
    assert sorted(frozen) == ["CITATION.cff", "SHA256SUMS", "catalog/catalog.yaml", "list.md"]
    assert frozen["SHA256SUMS"].decode() == sums
    assert frozen["catalog/catalog.yaml"] == Path("catalog.yaml").read_bytes()
    assert frozen["CITATION.cff"].decode().splitlines()[:8] == [
        "cff-version: 1.2.0",
        "message: If you use this list, please cite it and the works that it lists.",
        "type: dataset",
        "title: The November list",
        "version: 2026-11",
        'date-released: "2026-11-21"',
        "authors:",
        "- name: The authors of this list",
    ]


def test_the_catalog_notes_the_edition_and_stays_otherwise_as_it_was(listed: ReadingList) -> None:
    freeze(listed, NOVEMBER)
    text = Path("catalog.yaml").read_text()
    assert [line for line in text.splitlines() if line not in CATALOG.splitlines()] == [
        "editions:",
        "  2026-11:",
        "    ids: [a, b]",
        '    date: "2026-11-21"',
        "    title: The November list",
    ]


def test_freezing_twice_gives_the_same_bytes(listed: ReadingList) -> None:
    freeze(listed, NOVEMBER)
    before = files(Path())
    assert freeze(listed, Wanted("2026-11")) == ()
    assert files(Path()) == before


def test_another_list_under_the_name_of_an_edition_is_refused(listed: ReadingList) -> None:
    freeze(listed, NOVEMBER)
    Path("catalog.yaml").write_text(Path("catalog.yaml").read_text().replace("title: B", "title: Bee"))
    before = files(Path())
    with pytest.raises(EditRefused, match=r"editions/2026-11/list.md.* was frozen as something else; .*--force"):
        freeze(listed, Wanted("2026-11"))
    assert files(Path()) == before
    freeze(listed, Wanted("2026-11"), force=True)
    assert "Bee" in Path("editions/2026-11/list.md").read_text()


@pytest.mark.parametrize("name", ["../up", "", "a/b", ".hidden", "a\nb"])
def test_a_name_that_is_a_path_is_refused(listed: ReadingList, name: str) -> None:
    before = files(Path())
    with pytest.raises(EditRefused, match="cannot be the name of an edition"):
        freeze(listed, Wanted(name))
    assert files(Path()) == before


def test_two_editions_are_compared_as_they_were_frozen(listed: ReadingList) -> None:
    freeze(listed, NOVEMBER)
    text = Path("catalog.yaml").read_text().replace("title: B", "title: Bee") + "- id: c\n  title: C\n"
    Path("catalog.yaml").write_text(text)
    freeze(listed, Wanted("2026-12", day=datetime.date(2026, 12, 1)))
    Path("catalog.yaml").write_text(Path("catalog.yaml").read_text().replace("title: A\n", "title: Aleph\n"))
    assert list(as_text(compared(listed, "2026-11..2026-12"))) == [
        "2026-11..2026-12",
        "  changed      b  Bee (title)",
        "  added        c  C",
    ]
    assert list(as_text(compared(listed, "2026-12.."))) == ["2026-12..", "  changed      a  Aleph (title)"]


def test_an_edition_and_a_commit_are_compared(listed: ReadingList) -> None:
    made = repository(Path.cwd())
    made.commit("Begin", "2026-11-20")
    freeze(listed, NOVEMBER)
    Path("catalog.yaml").write_text(Path("catalog.yaml").read_text().replace("title: A\n", "title: Aleph\n"))
    assert list(as_text(compared(listed, "HEAD.."))) == ["HEAD..", "  changed      a  Aleph (title)"]
    assert list(compared(listed, "HEAD..2026-11")) == []
