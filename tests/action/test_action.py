"""The steps of the action, end to end: a repository with two branches, and a web on loopback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest
import yaml

from readinglist.cli import group
from tests.support.repository import Repository, repository
from tests.support.server import Server, Visit, serving

ROOT = Path(__file__).parents[2]
SETTINGS = """\
[check]
allow-private = true
interval = 0
retries = []
timeout = 2

[lint]
select = ["date-format"]

[exports."list.md"]
format = "markdown"
"""
GH = """\
#!/bin/sh
echo "$*" >> gh.log
case "$1 $2" in "issue list") cat open.txt 2>/dev/null ;; esac
exit 0
"""


class Run(NamedTuple):
    """What a step did."""

    status: int
    stdout: str


class Place(NamedTuple):
    """A repository, the web beside it, and the folder of tools."""

    made: Repository
    server: Server

    def catalog(self, *paths: str, more: str = "") -> str:
        rows = (f"- {{id: {path}, title: {path}, URL: {self.server.url}/{path}}}\n" for path in paths)
        return f"references:\n{''.join(rows)}{more}"

    def commit(self, title: str, catalog: str) -> None:
        self.made.commit(title, "2026-11-01", catalog=catalog)

    def run(self, event: str, **environment: str) -> Run:
        """Run what the action runs for an event."""
        tools = f"{self.made.folder.parent / 'tools'}{os.pathsep}{Path(sys.executable).parent}"
        done = subprocess.run(
            [ROOT / "action" / "run"],
            cwd=self.made.folder,
            capture_output=True,
            text=True,
            check=False,
            env={
                "PATH": f"{tools}{os.pathsep}/usr/bin{os.pathsep}/bin",
                "HOME": str(self.made.folder),
                "GITHUB_EVENT_NAME": event,
                "GITHUB_STEP_SUMMARY": str(self.made.folder.parent / "summary.md"),
                "READINGLIST_BASE": "main",
                "READINGLIST_REVIEW": str(self.made.folder.parent / "review.md"),
            }
            | environment,
        )
        return Run(done.returncode, done.stdout.replace(self.server.url, "http://web") + done.stderr[:0])

    def build(self) -> None:
        """Write the exports."""
        subprocess.run(
            [sys.executable, "-m", "readinglist", "build", "-q"], cwd=self.made.folder, check=True, capture_output=True
        )

    @property
    def review(self) -> str:
        """The words for the pull request."""
        return (self.made.folder.parent / "review.md").read_text().replace(self.server.url, "http://web")


def behave(visit: Visit) -> None:
    path = visit.heard.path
    if path == "/moved":
        visit.answer(301, "Location: /new/moved")
    else:
        heading = b"<h1>moved" if path == "/new/moved" else b"<h1>Fine"
        visit.answer(404 if path.startswith("/gone") else 200, "Content-Type: text/html", body=heading)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    folder = tmp_path / "list"
    folder.mkdir()
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "gh").write_text(GH)
    (tools / "gh").chmod(0o755)
    with serving(behave) as server:
        place = Place(repository(folder), server)
        (folder / "readinglist.toml").write_text(SETTINGS)
        (folder / ".gitignore").write_text("ledger.jsonl\ngh.log\nopen.txt\n.readinglist*\n")
        (folder / "catalog.yaml").write_text(place.catalog("one", "two"))
        place.build()
        place.commit("Begin", place.catalog("one", "two"))
        place.made.git("switch", "-q", "-c", "pull")
        yield place


def asked(server: Server) -> set[str]:
    return {heard.path for heard in server.heard}


def test_a_good_pull_request_is_green_and_only_its_own_links_are_asked(place: Place) -> None:
    (place.made.folder / "catalog.yaml").write_text(place.catalog("one", "two", "three"))
    place.build()
    place.commit("Add three", place.catalog("one", "two", "three"))
    assert place.run("pull_request").status == 0
    assert asked(place.server) == {"/three"}
    assert place.review.splitlines() == [
        "**1 added**",
        "",
        "- added `three` at `catalog.yaml:4`",
        "  - is `three`",
        "  - type `document`",
        "  - link `http://web/three` is ok (answered)",
    ]


def test_a_bad_link_a_bad_date_and_stale_exports_are_red_at_their_lines(place: Place) -> None:
    place.commit("Add", place.catalog("one", "two", "gone", more="- {id: x, title: X, issued: 2023/7}\n"))
    done = place.run("pull_request")
    assert done.status == 1
    told = [line.partition(", since")[0] for line in done.stdout.splitlines() if line.startswith("::")]
    assert told == [
        "::error file=catalog.yaml,line=5,col=29,endLine=5,endColumn=35,title=date-format::'2023/7' is not a date; "
        "write 2023-07",
        "::error title=readinglist::the exports are not what the catalog says; run readinglist build, and commit them",
        f"::error file=catalog.yaml,line=4,col=32,endLine=4,endColumn={32 + len(place.server.url) + 5},"
        "title=not-found::http://web/gone is gone: answers 404",
    ]


def test_a_pull_request_with_merge_commit_is_compared_with_where_it_left(place: Place) -> None:
    place.commit("Add three", place.catalog("one", "two", "three"))
    place.made.git("switch", "-q", "main")
    (place.made.folder / "other.txt").write_text("elsewhere")
    place.commit("Go on", place.catalog("one", "two"))
    place.made.git("switch", "-q", "--detach")
    place.made.git("merge", "-q", "pull")
    place.run("pull_request")
    assert place.review.startswith("**1 added")


HOSTILE = """\
- id: ../../etc/passwd
  title: path
- id: command
  title: "::error::owned%0A::add-mask::x"
  annote: |
    ::set-output name=x::y
    ##[command]z
- id: inside
  title: A link inside
  URL: {url}/secret
- &a {{id: bomb, title: &b [{lol}]}}
- {{id: c, title: *b, author: *a}}
"""


def test_a_hostile_pull_request_changes_nothing_and_leaks_nothing(place: Place) -> None:
    folder = place.made.folder
    safe = SETTINGS.replace("allow-private = true\n", "")
    place.made.git("switch", "-q", "main")
    (folder / "readinglist.toml").write_text(safe)
    place.commit("Ask no private host", place.catalog("one", "two"))
    place.made.git("switch", "-q", "pull")
    (folder / "readinglist.toml").write_text(
        SETTINGS + '[hosts."127.0.0.1"]\nheaders = {X = "${SECRET}"}\n[exports."../out.md"]\nformat = "markdown"\n'
    )
    (folder / "secret.yaml").symlink_to("/etc/passwd")
    (folder / "sitecustomize.py").write_text("raise SystemExit('owned')")
    more = HOSTILE.format(url=place.server.url, lol=", ".join(["lol"] * 1000))
    place.commit("Be nasty", place.catalog(more=more))
    before = {file.name for file in folder.parent.iterdir()}
    done = place.run("pull_request", SECRET="hunter2", PYTHONPATH=str(folder))
    told = done.stdout + place.review
    assert done.status == 1
    assert asked(place.server) == set()
    assert "hunter2" not in told
    assert "root:" not in told
    commands = [line.partition(" ")[0] for line in told.splitlines() if line.lstrip().startswith(("::", "##["))]
    assert set(commands) <= {"::error", "::warning", "::notice"}
    assert {file.name for file in folder.parent.iterdir()} - before <= {"review.md", "summary.md"}
    assert not (folder / "secret.yaml").exists()


def test_a_scheduled_run_is_green_whatever_is_gone_and_opens_one_issue(place: Place) -> None:
    place.commit("Rot", place.catalog("one", "gone"))
    assert place.run("schedule").status == 0
    assert (place.made.folder / "gh.log").read_text().splitlines()[0].startswith("issue list --label readinglist")
    assert (
        "issue create --title Links of the reading list that need a look" in (place.made.folder / "gh.log").read_text()
    )
    assert "gone" in (place.made.folder.parent / "summary.md").read_text()


def test_the_issue_brings_the_patch_for_what_has_moved(place: Place) -> None:
    place.commit("Rot", place.catalog("gone", "moved"))
    assert place.run("schedule").status == 0
    told = (place.made.folder.parent / "summary.md").read_text().replace(place.server.url, "http://web")
    assert "\n-- {id: moved, title: moved, URL: http://web/moved}\n+- {id: moved" in told
    assert "# catalog.yaml:3:" in told


def test_the_open_issue_is_kept_up_to_date_and_closed_when_all_is_well(place: Place) -> None:
    (place.made.folder / "open.txt").write_text("7\n")
    place.commit("Rot", place.catalog("gone"))
    assert place.run("schedule").status == 0
    place.commit("Mend", place.catalog("one"))
    assert place.run("schedule").status == 0
    log = (place.made.folder / "gh.log").read_text()
    assert [line.split(" --")[0] for line in log.splitlines()] == [
        "issue list",
        "issue edit 7",
        "issue list",
        "issue close 7",
    ]


def test_a_scheduled_run_without_an_issue_asks_github_nothing(place: Place) -> None:
    assert place.run("schedule", READINGLIST_ISSUE="false").status == 0
    assert not (place.made.folder / "gh.log").exists()


def test_a_push_is_linted_and_its_exports_are_compared(place: Place) -> None:
    assert place.run("push").status == 0
    place.commit("Forget to build", place.catalog("one"))
    assert place.run("push").status == 1


def test_a_list_that_cannot_be_read_is_red_on_a_schedule_too(place: Place) -> None:
    place.commit("Break", "references: [")
    assert place.run("schedule").status == 1


@pytest.mark.parametrize(
    "file", ["action.yml", ".pre-commit-hooks.yaml", *Path(ROOT, ".github/workflows").glob("*.yml")]
)
def test_what_github_and_pre_commit_read_is_sound(file: str | Path) -> None:
    assert yaml.safe_load((ROOT / file).read_text("utf-8"))


def test_the_action_hands_a_pull_request_no_token() -> None:
    steps = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    assert steps[-1]["env"]["GH_TOKEN"] == "${{ github.event_name == 'pull_request' && '' || inputs.token }}"


@pytest.mark.parametrize(
    "hook", yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")), ids=lambda h: h["id"]
)
def test_every_hook_runs(hook: dict[str, object], place: Place) -> None:
    command = [sys.executable, "-m", *str(hook["entry"]).split()]
    done = subprocess.run(command, cwd=place.made.folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_the_templates_run_exists() -> None:
    texts = [(ROOT / name).read_text("utf-8") for name in ("action/gitlab-ci.yml", "docs/ci.md", "action/pull-request")]
    lines = [
        line for text in texts for line in text.splitlines() if re.search(r"^\s*(- )?readinglist [a-z]+( |$)", line)
    ]
    for line in lines:
        words = line[line.index("readinglist ") :].partition(" > ")[0].partition("#")[0].split()[1:]
        command = group.get_command(click.Context(group), words[0])
        assert command, line
        known = {name for option in command.params for name in option.opts}
        assert {word for word in words if word.startswith("--")} <= known, line
