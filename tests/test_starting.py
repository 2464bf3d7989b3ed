"""A new list in an empty folder: works at once, and touches nothing that is there."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from readinglist.cli import run
from tests.support.repository import Repository, repository
from tests.support.server import Server, serving

FILES = [".github/workflows/readinglist.yml", "catalog/reading-list.yaml", "readinglist.toml"]
EXPORTS = ["exports/SHA256SUMS", "exports/index.html", "exports/reading-list.md", "exports/references.bib"]


def files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_alone_it_is_an_example_that_works(here: Path) -> None:
    assert run(["init", "-q"]) == 0
    assert files(here) == sorted([*FILES, *EXPORTS])
    assert run(["lint", "-q", "--fail-on", "warning"]) == 0
    assert run(["build", "--check", "-q"]) == 0
    assert run(["fmt", "--check", "-q"]) == 0


def test_it_says_what_it_wrote(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["init"])
    assert capsys.readouterr().err == (
        "wrote catalog/reading-list.yaml\n"
        "wrote readinglist.toml\n"
        "wrote .github/workflows/readinglist.yml\n"
        "wrote exports/reading-list.md\n"
        "wrote exports/references.bib\n"
        "wrote exports/index.html\n"
        "the two entries are examples; put your own in their place, then `readinglist lint`\n"
    )


def test_from_a_readme_it_has_its_entries_and_areas(here: Path) -> None:
    readme = "# Things\n\n## Systems\n\n- [Caches](https://a.example) - good.\n\nSee [b](https://b.example).\n"
    (here / "README.md").write_text(readme)
    assert run(["init", "--from", "README.md", "-q"]) == 0
    assert (here / "catalog/reading-list.yaml").read_text() == (
        "version: 1\ntitle: Things\n\nareas:\n  systems: {title: Systems}\n\n"
        "references:\n- id: caches\n  title: Caches\n  URL: https://a.example\n  annote: good.\n  area: [systems]\n"
    )
    assert (here / "README.md").read_text() == readme
    assert run(["build", "--check", "-q"]) == 0


def test_what_is_there_is_never_touched(here: Path) -> None:
    (here / "readinglist.toml").write_text("# mine\n")
    assert run(["init", "-q"]) == 2
    assert files(here) == ["readinglist.toml"]
    assert (here / "readinglist.toml").read_text() == "# mine\n"


def test_a_readme_may_stay_the_source(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "README.md").write_text("# Things\n\n- [ ] [Caches](http://a.example?utm_source=x) - good.\n")
    assert run(["list", "--catalog", "README.md", "--format", "ids"]) == 0
    assert capsys.readouterr().out == "caches\n"
    run(["lint", "--catalog", "README.md", "--select", "url-tracking"])
    assert capsys.readouterr().out.startswith("README.md:3:16: ")
    assert run(["export", "markdown", "--catalog", "README.md"]) == 0
    assert capsys.readouterr().out == "* [**Caches**](http://a.example?utm_source=x): good.\n"
    assert run(["set", "caches", "year=2024", "--catalog", "README.md"]) == 2
    assert "is a list in Markdown; change it by hand" in capsys.readouterr().err


README = """# Things

Words that stay.

## Systems

* [**Caches**](https://a.example): good.
* [**Discs**](https://b.example) (2019), Ann Bell: slow ([code](https://c.example))

## Groups

- Linux
  - [Kernel](https://k.example) - big

## Mixed

- [One](https://one.example) - first
- no link at all

## Twice

- [Two](https://two.example)

and

- [Three](https://three.example)
"""


def test_the_lists_of_a_readme_become_regions_where_nothing_is_lost(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "README.md").write_bytes(README.replace("\n", "\r\n").encode())
    assert run(["init", "--from", "README.md", "--regions"]) == 0
    begin = "<!-- readinglist:start area=systems details=true links=true tasks=true blocks=true -->\n"
    expected = README.replace("* [**Caches", f"{begin}* [**Caches").replace(
        "c.example))\n", "c.example))\n<!-- readinglist:end -->\n"
    )
    assert (here / "README.md").read_bytes().decode() == expected.replace("\n", "\r\n")
    told = capsys.readouterr()
    assert "+<!-- readinglist:end -->" in told.out
    assert "1 regions in README.md" in told.err
    whole = "its entries are not those of one area, all of them and in their order"
    assert [line for line in told.err.splitlines() if "stays as it is" in line] == [
        "README.md:12:1: this list stays as it is: not every item in it is an entry of its own",
        "README.md:17:1: this list stays as it is: not every item in it is an entry of its own",
        f"README.md:22:1: this list stays as it is: {whole}",
        f"README.md:26:1: this list stays as it is: {whole}",
    ]
    assert run(["build", "--check", "-q"]) == 0


def test_regions_are_for_a_markdown_file_of_this_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "list.txt").write_text("https://a.example\n")
    assert run(["init", "--regions"]) == 2
    assert run(["init", "--from", "list.txt", "--regions"]) == 2
    assert "--regions is for a list in Markdown; name it with --from" in capsys.readouterr().err
    assert files(here) == ["list.txt"]


SETTINGS = '[check]\nallow-private = true\ninterval = 0\nretries = []\n\n[exports."list.md"]\nformat = "markdown"\n'


def steps(event: str, folder: Path) -> list[int]:
    """Run what the workflow runs for an event, as its runner would; return the status of each step."""
    workflow = yaml.safe_load((folder / ".github/workflows/readinglist.yml").read_text())
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}/usr/bin{os.pathsep}/bin",
        "HOME": str(folder.parent),
        "BASE": "main",
        "GITHUB_STEP_SUMMARY": str(folder.parent / "summary.md"),
    }
    return [
        subprocess.run(["bash", "-e", "-c", step["run"]], cwd=folder, env=environment, capture_output=True).returncode
        for step in workflow["jobs"]["check"]["steps"]
        if not step.get("run", "pip").startswith("pip")
        and event in re.findall(r"'(\w+)'", step.get("if", f"'{event}'"))
    ]


@pytest.fixture
def branch(here: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Repository, Server]]:
    """A list in git that `init` began, on a branch, and the web that it leads to."""
    folder = here / "list"
    folder.mkdir()
    with serving(lambda visit: visit.answer(404 if visit.heard.path == "/gone" else 200)) as server:
        (folder / "README.md").write_text(f"# List\n\n- [Here]({server.url}/here) - good.\n")
        made = repository(folder)
        made.git("switch", "-q", "-c", "main")
        monkeypatch.chdir(folder)
        assert run(["init", "-q", "--from", "README.md"]) == 0
        (folder / "readinglist.toml").write_text(f'catalog = ["catalog/*.yaml"]\n{SETTINGS}')
        assert run(["build", "-q"]) == 0
        made.commit("Begin", "2026-01-01")
        made.git("switch", "-q", "-c", "pull")
        yield made, server


def add(server: Server, path: str) -> None:
    assert run(["add", "-q", "--no-fetch", "--id", path, "--title", path, "--url", f"{server.url}/{path}"]) == 0
    assert run(["build", "-q"]) == 0


def test_the_workflow_is_green_for_a_good_pull_request_and_asks_its_links_alone(
    branch: tuple[Repository, Server],
) -> None:
    made, server = branch
    add(server, "new")
    made.commit("Add", "2026-01-02")
    assert steps("pull_request", made.folder) == [0, 0, 0]
    assert {heard.path for heard in server.heard} == {"/new"}
    assert steps("push", made.folder) == [0, 0]
    assert steps("schedule", made.folder) == [0, 0, 0]
    assert {heard.path for heard in server.heard} == {"/new", "/here"}


def test_the_workflow_is_red_for_a_link_that_is_gone_and_for_stale_exports(branch: tuple[Repository, Server]) -> None:
    made, server = branch
    add(server, "gone")
    made.commit("Add", "2026-01-02")
    assert steps("pull_request", made.folder) == [0, 0, 1]
    (made.folder / "exports/list.md").unlink()
    assert steps("push", made.folder) == [0, 1]


def test_the_workflow_may_read_and_nothing_else(here: Path) -> None:
    assert run(["init", "-q"]) == 0
    workflow = yaml.safe_load((here / ".github/workflows/readinglist.yml").read_text())
    checkout, *_ = workflow["jobs"]["check"]["steps"]
    assert workflow["permissions"] == {"contents": "read"}
    assert checkout["with"]["persist-credentials"] is False
    assert "permissions" not in workflow["jobs"]["check"]
    assert "secrets" not in (here / ".github/workflows/readinglist.yml").read_text()
