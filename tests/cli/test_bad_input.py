"""What is said to input that cannot be used: what is wrong, where, and what to do; never a traceback.

Every case below is run, and what it prints is compared with bad_inputs.txt, to the letter. After a
change that is meant, `READINGLIST_REWRITE=1 pytest tests/cli/test_bad_input.py` writes that file anew: read
the diff as the person would who made the mistake.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import Result, Run, write

GOLDEN = Path(__file__).with_name("bad_inputs.txt")
LINT = "lint --select yaml-syntax"  # what keeps a file from being read is reported whatever is selected


class Case(NamedTuple):
    """A mistake: its name, the command, and the files that are there besides the catalog of the tests."""

    name: str
    command: str
    files: Mapping[str, str | bytes] = {}
    stdin: str | bytes = b""


def _catalog(*lines: str) -> dict[str, str | bytes]:
    return {"catalog.yaml": "references:\n" + "".join(f"{line}\n" for line in lines)}


def _entry(*lines: str) -> dict[str, str | bytes]:
    return _catalog("- id: a", "  title: T", *(f"  {line}" for line in lines))


def _config(text: str) -> dict[str, str | bytes]:
    return {"readinglist.toml": text}


CASES = [
    # options, arguments, commands
    Case("a command that is none", "lits"),
    Case("a command like no other", "frobnicate"),
    Case("an option that is none", "lint --slect missing-date"),
    Case("an option like no other", "lint --frobnicate"),
    Case("a short option that is none", "show -x"),
    Case("an option without its value", "list --sort"),
    Case("a value for an option that takes none", "lint --fix=all"),
    Case("a severity that is none", "lint --fail-on eror"),
    Case("a number that is none", "list --limit ten"),
    Case("a day that is none", "freeze spring --date 2026-13-01"),
    Case("a year where a day is asked for", "freeze spring --date 2026"),
    Case("a negative number", "list --limit -3"),
    Case("a format of list that is none", "list --format jsn"),
    Case("a report that is none", "lint --format jsno"),
    Case("a report whose name is a path", "lint --format ../text"),
    Case("a shell that is none", "completion tcsh"),
    Case("no entry named", "show"),
    Case("two entries where one is meant", "show ko2025tpu kwon2023paged"),
    Case("nothing to set", "set ko2025tpu"),
    Case("nothing to remove", "remove"),
    Case("nothing to add", "add"),
    Case("a rule that is none", "lint --select mising-date"),
    Case("a rule to ignore that is none", "lint --ignore everything"),
    Case("a rule to explain that is none", "explain duplicate-ids"),
    # ids, editions, queries
    Case("an id that is misspelled", "show kwon2023page"),
    Case(
        "an id like no other",
        "show x",
        {"catalog.yaml": "references:\n" + "".join(f"- id: entry{n}\n  title: T\n" for n in range(20))},
    ),
    Case("an edition that is none", "list --edition frist"),
    Case("an edition where there are none", "list --edition first", _entry()),
    Case("a query for a field that is none", "list aera:hardware"),
    Case("a query without a value", "list area:"),
    Case("a query with an open quote", "list 'author:\"Kwon'"),
    Case("a query for a year that is none", "list year:20xx"),
    Case("a query for years without any", "list year:.."),
    Case("a query for a type that is none", "list type:blogg"),
    Case("a query for having what is no field", "list has:dio"),
    Case("a query of a minus alone", "list -- -"),
    Case("a field to sort by that is none", "list --sort yaer"),
    # assignments, names, dates, identifiers
    Case("an assignment without an equals sign", "set ko2025tpu title"),
    Case("an assignment to a field that is none", "set ko2025tpu titel=T"),
    Case("an assignment to a field like no other", "set ko2025tpu frobnication=T"),
    Case("an assignment to the id", "set ko2025tpu id=tpu"),
    Case("an assignment into a text", "set ko2025tpu annote.de=Warum"),
    Case("a date in words", "set ko2025tpu 'issued=June 18, 2025'"),
    Case("a date that is none", "set ko2025tpu issued=soon"),
    Case("a day that there is not", "set ko2025tpu issued=2025-02-30"),
    Case("a range that ends before it begins", "set ko2025tpu issued=2025/2023"),
    Case("a type that is none", "set ko2025tpu type=blogpots"),
    Case("a reading state that is none", "set ko2025tpu reading=reed"),
    Case("a rating above all", "set ko2025tpu rating=11"),
    Case("a number of minutes that is none", "set ko2025tpu minutes=many"),
    Case("a name with too many commas", "set ko2025tpu 'author=a, b, c, d'"),
    Case("a name with an open brace", "set ko2025tpu 'author={Body'"),
    Case("an arXiv number that is none", "set ko2025tpu arxiv=22.1"),
    Case("a DOI that is none", "set ko2025tpu DOI=hello"),
    Case("an ISBN with a wrong digit", "set ko2025tpu ISBN=978-3-16-148410-1"),
    Case("an address without a scheme", "set ko2025tpu URL=example.org/x"),
    Case("an address that would run in a page", "set ko2025tpu 'URL=javascript:alert(1)'"),
    Case("an id with a space", "rename ko2025tpu 'ko 2025'"),
    Case("an id that is taken", "rename ko2025tpu KWON2023paged"),
    Case("an entry to add that is there", "add --id ko2025tpu --title T"),
    Case("a work to add that is there", "add --url https://example.org/tpu --title T"),
    Case("a file to add to that is none of the catalog", "add --title T --file other.yaml"),
    Case("an entry merged with itself", "merge ko2025tpu ko2025tpu"),
    Case("an entry that an edition holds", "remove ko2025tpu"),
    # files
    Case("a catalog that is not there", "--catalog nowhere.yaml list"),
    Case("a folder as a catalog", "--catalog sub list", {"sub/x": ""}),
    Case("a path through a file", "lint catalog.yaml/x"),
    Case("a configuration that is not there", "--config nowhere.toml list"),
    Case("a file to write that is a folder", "schema -o sub", {"sub/x": ""}),
    Case("a file to write in a folder that is not there", "schema -o nowhere/x.json"),
    Case("no catalog at all", "list", {"catalog.yaml": ""}),
    Case("a catalog that is not UTF-8", LINT, {"catalog.yaml": b"references:\n- id: a\n  title: Caf\xe9\n"}),
    Case("a catalog in UTF-16", LINT, {"catalog.yaml": "references:\n- id: a\n".encode("utf-16")}),
    Case("a catalog with a zero byte", LINT, {"catalog.yaml": b"references:\n- id: a\x00\n"}),
    Case("a catalog that is a list", LINT, {"catalog.yaml": "- id: a\n"}),
    Case("a catalog that is a sentence", LINT, {"catalog.yaml": "hello\n"}),
    Case("a picture as a catalog", LINT, {"catalog.yaml": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"}),
    Case("a newer format", LINT, {"catalog.yaml": "version: 2\nreferences: []\n"}),
    Case("a key at the top that is none", LINT, {"catalog.yaml": "refernces:\n- id: a\n"}),
    Case("entries that are no list", LINT, {"catalog.yaml": "references:\n  id: a\n"}),
    Case("an entry that is a sentence", LINT, _catalog("- kwon2023paged")),
    Case("an entry without a space after its colon", LINT, _catalog("- id:a")),
    Case("an entry without an id", LINT, _catalog("- title: T")),
    Case("a field that is none", LINT, _entry("pubisher: ACM")),
    Case("a field given twice", LINT, _entry("issued: 2024", "year: 2023")),
    Case("a title with a colon", LINT, _catalog("- id: a", "  title: Attention: an overview")),
    Case("a title that begins with an ampersand", LINT, _catalog("- id: a", "  title: &c and more")),
    Case("a title in brackets", LINT, _catalog("- id: a", "  title: [draft] On paging")),
    Case("a tab for an indentation", LINT, _catalog("- id: a", "\ttitle: T")),
    Case("a quote that is never closed", LINT, _catalog("- id: a", '  title: "T', "- id: b", "  title: B")),
    Case("a tag of YAML", LINT, _catalog("- id: a", "  title: !!python/object:os.system x")),
    Case("a bomb of aliases", LINT, _catalog("- id: a", "  tags: &t [x, x]", "  area: *t")),
    Case("a bomb of brackets", LINT, _catalog("- id: a", "  title: " + "[" * 5000)),
    Case("a list where a text is meant", LINT, _entry("publisher: [ACM, IEEE]")),
    Case("a person with no name", LINT, _entry("author:", "- {given: Jane}")),
    Case("a part of a name that is none", LINT, _entry("author:", "- {familiy: Doe}")),
    Case(
        "a change of a file that cannot be read",
        "set a title=T",
        _catalog("- id: a", "  title: T", "- id: b", "  title: ["),
    ),
    Case("a catalog from standard input that is none", "lint -", stdin=b"\xff\xfe\xfd"),
    Case("a fix of standard input", "lint --fix -", stdin="references: []\n"),
    Case("a filter for what cannot be read", "fmt -", stdin="references: [\n"),
    # configuration
    Case("a configuration that is no TOML", "list", _config("catalog = [\n")),
    Case("a setting that is none", "list", _config('catalogue = ["catalog.yaml"]\n')),
    Case("a setting in a table that is none", "lint", _config('[lint]\nselected = ["missing-date"]\n')),
    Case("a setting of the wrong kind", "list", _config("catalog = 3\n")),
    Case("a severity in the configuration that is none", "lint", _config('[lint]\nfail-on = "fatal"\n')),
    Case("a rule in the configuration that is none", "lint", _config('[lint]\nignore = ["mising-date"]\n')),
    Case("an export without a format", "list", _config('[exports."list.bib"]\nquery = "area:hardware"\n')),
    Case("a configuration that is not UTF-8", "list", {"readinglist.toml": b'catalog = "\xff"\n'}),
    Case(
        "a configuration in pyproject.toml that is wrong",
        "list",
        {"pyproject.toml": "[tool.readinglist]\nfolders = 3\n"},
    ),
    Case("a catalog in the configuration that is not there", "list", _config('catalog = ["gone.yaml"]\n')),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_input_is_told_what_where_and_what_to_do(run: Run, here: Path, case: Case) -> None:
    for name, content in case.files.items():
        data = content.encode() if isinstance(content, str) else content
        write(name, "").write_bytes(data)
        if name == "catalog.yaml" and not content:
            Path(name).unlink()
    result = run(*shlex.split(case.command), stdin=case.stdin)
    told = _told(case, result, here)
    if os.environ.get("READINGLIST_REWRITE"):
        _rewrite(case.name, told)
    assert told == _golden()[case.name]
    assert result.status in (1, 2)
    assert "Traceback" not in told


def test_every_case_has_its_own_name_and_no_answer_is_left_over() -> None:
    names = [case.name for case in CASES]
    assert names == list(dict.fromkeys(names))
    assert len(names) >= 40
    assert sorted(_golden()) == sorted(names)


@pytest.mark.parametrize("name", [case.name for case in CASES])
def test_every_answer_says_what_to_do(name: str) -> None:
    """An answer that only says "no" has no advice: a semicolon and what follows, or a place and a sentence."""
    lines = _golden()[name].splitlines()[1:-1]
    assert any(";" in line or "did you mean" in line or re.search(r"\b(is|are|such as) ", line) for line in lines)


def _told(case: Case, result: Result, here: Path) -> str:
    streams = result.stderr + result.stdout
    return f"$ readinglist {case.command}\n{streams.replace(str(here), '$PWD')}[{result.status}]\n"


def _golden() -> dict[str, str]:
    blocks = GOLDEN.read_text("utf-8").split("\n## ")[1:]
    return {name: answer.strip("\n") + "\n" for name, _, answer in (block.partition("\n") for block in blocks)}


def _rewrite(name: str, told: str) -> None:
    answers = (_golden() if GOLDEN.exists() else {}) | {name: told}
    ordered = [(case.name, answers[case.name]) for case in CASES if case.name in answers]
    GOLDEN.write_text(
        "# What is printed for each bad input; written by test_bad_input.py\n\n"
        + "\n".join(f"## {each}\n{answer}" for each, answer in ordered),
        "utf-8",
    )
