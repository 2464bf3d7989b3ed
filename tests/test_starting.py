"""A new list in an empty folder: works at once, and touches nothing that is there."""

from pathlib import Path

import pytest

from readinglist.cli import run

FILES = [".github/workflows/readinglist.yml", "catalog/reading-list.yaml", "readinglist.toml"]
EXPORTS = ["exports/SHA256SUMS", "exports/reading-list.md", "exports/references.bib"]


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
    assert capsys.readouterr().out.startswith("README.md:3:1: ")
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
