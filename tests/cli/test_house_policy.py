"""What the owner of a list asks of it in readinglist.toml: sizes of areas, annotations, hosts."""

from tests.cli.conftest import Result, Run, says, write

LIST = """\
areas:
  serving: Serving
references:
- id: kwon
  title: Efficient memory management for serving
  issued: 2023
  URL: https://example.org/paged
  area: serving
  annote: A groundbreaking paper.
- id: yu
  title: Orca
  issued: 2022
  URL: https://example.edu/orca
  area: serving
"""
CONFIG = """\
[lint]
area-most = 1
annotations = true
annotation-longest = 10
allowed-hosts = ["*.edu"]
"""


def test_a_list_is_held_to_the_rules_of_its_house(run: Run) -> None:
    write("catalog.yaml", LIST)
    assert run("lint") == Result(
        0,
        "catalog.yaml:9:11: info[annotation-praise]: 'groundbreaking' praises and says nothing; say what one learns "
        "from this\n1 info in 1 file\n",
        "",
    )
    write("readinglist.toml", CONFIG + 'praise = ["nice"]\n')
    assert run("lint").stdout.splitlines() == [
        "catalog.yaml:2:3: warning[area-size]: 'serving' has 2 entries and may have 1; take some out, or divide it",
        "catalog.yaml:7:8: error[host-not-allowed]: links to 'example.org' are not allowed here; name it in "
        "`allowed-hosts`, or link to another place",
        "catalog.yaml:9:11: warning[annotation-length]: this annotation has 23 characters and may have 10; shorten it",
        "catalog.yaml:10:3: warning[missing-annotation]: nothing says why to read this; write it as `annote`",
        "1 error, 3 warnings in 1 file",
    ]


def test_a_house_without_words_of_praise_lets_them_be(run: Run) -> None:
    write("catalog.yaml", LIST)
    write("readinglist.toml", "[lint]\npraise = []\n")
    assert run("lint") == says("no findings in 2 entries")
