"""The history of a list, told by works: thirty commits with everything that happens to lists."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from readinglist.errors import CannotRead
from readinglist.history.feed import as_atom
from readinglist.history.log import steps
from readinglist.history.telling import as_json, as_markdown, as_text
from readinglist.reading_list import ReadingList
from tests.support.repository import Repository, repository

HERE = Path(__file__).parent


def work(number: int, more: str = "", area: str = "a") -> str:
    return f"- {{id: w{number:02}, title: Work {number}, area: [{area}]{more}}}"


class Curator:
    """Commits a list, a day after the other."""

    def __init__(self, made: Repository) -> None:
        self.made, self.day = made, 0
        self.lines: list[str] = []
        self.file = "catalog"

    def commit(self, title: str) -> None:
        self.day += 1
        text = "references:\n" + "".join(f"{line}\n" for line in self.lines)
        self.made.commit(title, f"2026-01-{self.day:02}", **{self.file: text})

    def replace(self, old: str, *new: str) -> None:
        at = self.lines.index(old)
        self.lines[at : at + 1] = new

    def merge(self, branch: str, title: str) -> None:
        self.day += 1
        self.made.git("merge", "-q", "--no-ff", "--no-commit", "-s", "ours", branch)
        self.day -= 1
        self.commit(title)


def thirty_commits(made: Repository) -> None:
    by = Curator(made)
    for number in range(1, 10):
        by.lines.append(work(number))
        by.commit(f"Add work {number}")
    by.lines.insert(0, "# The works, by their numbers.")
    by.commit("Say what the order is")
    (made.folder / "README.md").write_text("A list.\n")
    by.commit("Say what this is")

    made.git("switch", "-q", "-c", "rename")
    by.replace(work(7), "- {id: seven, aliases: [w07], title: Work 7, area: [a]}")
    by.commit("Rename work 7")
    renamed = list(by.lines)
    made.git("switch", "-q", "main")
    by.replace("- {id: seven, aliases: [w07], title: Work 7, area: [a]}", work(7))
    by.replace(work(1), work(1, ", issued: 2001"))
    by.commit("Date work 1")
    by.lines = renamed
    by.replace(work(1), work(1, ", issued: 2001"))
    by.merge("rename", "Merge the rename")

    by.lines = [line for line in by.lines if "w03" not in line]
    by.replace(work(2), "- {id: second, aliases: [w02], title: Work 2, area: [b], DOI: 10.1234/2, annote: Read it.}")
    by.lines.append(work(11))
    by.commit("Several things at once")
    (made.folder / "readinglist.toml").write_text('folder = "out"\n')
    by.commit("Configure")
    (made.folder / "catalog").mkdir()
    made.git("mv", "catalog.yaml", "catalog/list.yaml")
    by.file = "catalog/list"
    by.commit("Move the file")
    (made.folder / "readinglist.toml").write_text('catalog = ["catalog/*.yaml"]\n')
    by.commit("Configure again")
    by.replace(work(8), "- {id: w08, title: [")
    by.commit("Break the file")
    by.replace("- {id: w08, title: [", work(8))
    by.commit("Mend the file")
    by.lines.insert(1, by.lines.pop())
    by.commit("Put the last first")
    by.replace(work(9), work(9, ", annote: Why not."))
    by.commit("Say why")

    made.git("switch", "-q", "-c", "spring")
    by.lines.append("- {id: s1, title: Spring 1}")
    by.commit("Spring reading 1")
    by.lines.append("- {id: s2, title: Spring 2}")
    by.commit("Spring reading 2")
    spring = list(by.lines)
    made.git("switch", "-q", "main")
    by.lines = [line for line in by.lines if "Spring" not in line]
    by.replace(work(4), work(4, area="b"))
    by.commit("Move work 4")
    by.lines = spring
    by.replace(work(4), work(4, area="b"))
    by.merge("spring", "Merge the spring reading")
    by.replace(work(5), f"#{work(5)}")
    by.commit("Comment out a work")
    by.replace(f"#{work(5)}", work(5))
    by.commit("Take it in again")
    by.replace(work(6), "- {id: six, title: Work 6, area: [a]}")
    by.commit("Forget the alias")
    by.lines.remove("- {id: s1, title: Spring 1}")
    by.commit("Remove spring 1")


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> ReadingList:
    folder = tmp_path_factory.mktemp("list")
    made = repository(folder)
    thirty_commits(made)
    assert made.git("rev-list", "--count", "HEAD") == "30"
    return ReadingList.open(folder)


def without_commits(text: str) -> str:
    return "".join(line if line[:1] in " \n" else f"{line[:10]}{line[20:]}" for line in text.splitlines(keepends=True))


def test_a_history_of_thirty_commits_is_told_by_works(listed: ReadingList) -> None:
    text = "".join(f"{line}\n" for line in as_text(steps(listed)))
    assert without_commits(text) == (HERE / "thirty-commits.txt").read_text("utf-8")


def test_since_a_day_begins_there(listed: ReadingList) -> None:
    assert [step.title for step in steps(listed, "2026-01-28")] == [
        "Remove spring 1",
        "Forget the alias",
        "Take it in again",
    ]


def test_since_a_commit_begins_after_it(listed: ReadingList) -> None:
    assert [step.title for step in steps(listed, "HEAD~2")] == ["Remove spring 1", "Forget the alias"]


def test_markdown_is_for_who_reads_the_list(listed: ReadingList) -> None:
    assert list(as_markdown(steps(listed, "HEAD~2"))) == [
        "## 2026-01-30",
        "",
        "- Removed: Spring 1",
        "",
        "## 2026-01-29",
        "",
        "- New: Work 6",
        "- Removed: Work 6",
        "",
    ]


def test_json_holds_every_field(listed: ReadingList) -> None:
    told = json.loads(as_json(steps(listed, "HEAD~4")))
    assert [(each["title"], each["changes"]) for each in told][-1:] == [
        ("Comment out a work", [{"id": "w05", "kinds": ["removed"], "title": "Work 5"}])
    ]


def test_the_feed_is_the_same_for_the_same_history(listed: ReadingList) -> None:
    feed = as_atom(steps(listed, "HEAD~2"), "A <list>")
    assert feed == as_atom(steps(listed, "HEAD~2"), "A <list>")
    root = ElementTree.fromstring(feed)
    atom = "{http://www.w3.org/2005/Atom}"
    assert root.findtext(f"{atom}title") == "A <list>: changes"
    assert [(each.findtext(f"{atom}title"), each.findtext(f"{atom}content")) for each in root.iter(f"{atom}entry")] == [
        ("Remove spring 1", "<ul><li>removed: Spring 1</li></ul>"),
        ("Forget the alias", "<ul><li>added: Work 6</li><li>removed: Work 6</li></ul>"),
    ]


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "HEAD:catalog"])
def test_what_is_no_commit_is_named(listed: ReadingList, name: str) -> None:
    with pytest.raises(CannotRead, match="git cannot say what has changed"):
        list(steps(listed, name))


def test_without_git_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text("references: []\n")
    with pytest.raises(CannotRead, match="no git repository here"):
        list(steps(ReadingList.open(tmp_path)))
