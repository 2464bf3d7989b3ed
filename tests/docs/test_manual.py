"""The manual says what the program does: generated parts are compared, examples are run, nothing is left out."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import Any, get_args, get_type_hints

import click
import pytest
from pydantic import TypeAdapter

import readinglist
from readinglist import read_text
from readinglist.exporters import all_exporters
from readinglist.exporters._template import shipped_names
from readinglist.importers import all_importers
from readinglist.links.reasons import all_reasons
from readinglist.links.verdict import Verdict
from readinglist.model.entry import ATTRIBUTES
from readinglist.model.query import KEYS
from readinglist.model.table import Table, dashed
from readinglist.model.types import CSL_TYPES
from readinglist.registry import discover
from readinglist.report import all_reporters
from readinglist.rules import all_rules
from readinglist.settings import Settings
from readinglist.sources._source import Source
from tests.docs.blocks import ROOT, Block, blocks

DOCS = ROOT / "docs"


def _load_generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["generate"] = module
    spec.loader.exec_module(module)
    return module


generate = _load_generator()


@pytest.mark.parametrize("page", generate.pages(), ids=lambda page: page.name)
def test_the_generated_parts_of_a_page_are_as_the_program_says(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text == generate.generated(text), "run `make docs`"


@pytest.mark.parametrize("block", blocks("yaml"), ids=lambda block: block.where)
def test_yaml_in_the_manual_is_read_without_problems_unless_it_says_that_it_is_refused(block: Block) -> None:
    text = block.text if re.search(r"^references:", block.text, re.MULTILINE) else f"references:\n{block.text}"
    problems = [problem.message for problem in read_text(text).problems]
    assert bool(problems) == (block.mark == "refused"), problems


@pytest.mark.parametrize("block", blocks("toml"), ids=lambda block: block.where)
def test_toml_in_the_manual_is_a_configuration(block: Block) -> None:
    assert TypeAdapter(Settings).validate_python(tomllib.loads(block.text))


CATALOG = """\
references:
- id: kwon2023paged
  type: paper-conference
  title: Efficient memory management
  author:
  - {family: Kwon, given: Woosuk}
  - {literal: vLLM contributors}
  issued: 2023-10-23
  DOI: 10.1145/3600006.3613165
- id: ko2025tpu
  type: post-weblog
  title: TPU Deep Dive
  author: [{family: Ko, given: Henry}]
  issued: 2025-06-18
"""


def test_python_in_the_manual_prints_what_stands_below_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "catalog.yaml").write_text(CATALOG, "utf-8")
    names: dict[str, object] = {}
    found = blocks("python", "output", pages=iter([DOCS / "python.md"]))
    assert [block.kind for block in found] == ["python", "output"] * (len(found) // 2)
    for code, output in zip(found[::2], found[1::2], strict=True):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code.text, code.where, "exec"), names)
        assert printed.getvalue() == output.text, code.where


COMMANDS = {context.command_path: context.command for context in generate.all_commands()}


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_and_every_option_is_documented(path: str) -> None:
    page = (DOCS / "commands.md").read_text("utf-8")
    section = page.partition(f"\n## {path}\n")[2].partition("\n## ")[0]
    assert section, f"docs/commands.md has no section '{path}'"
    words = set(re.findall(r"--?[\w-]+", section))
    options = [param for param in COMMANDS[path].params if isinstance(param, click.Option)]
    assert {word for option in options for word in option.opts} <= words
    assert [option.name for option in options if not option.help] == []
    assert COMMANDS[path].help


# What exists, by kind: the page that documents it, how its entry there begins, and the names.
EXISTING: dict[str, tuple[str, str, Iterable[str]]] = {
    "rule": ("rules", "\n## {}\n", all_rules()),
    "reason": ("links", "\n### {}\n", all_reasons()),
    "verdict": ("links", "\n| `{}` |", [each.value for each in Verdict]),
    "field": ("catalog", "\n| `{}` |", ATTRIBUTES),
    "type": ("catalog", "\n| `{}` |", CSL_TYPES),
    "query word": ("query", "`{}:", KEYS),
    "source": ("sources", "\n| `{}` |", discover("readinglist.sources", Source)),
    "importer": ("import", "\n| `{}` |", all_importers()),
    "exporter": ("import", "\n| [`{}`]", all_exporters()),
    "reporter": ("reports", "\n## {}\n", all_reporters()),
    "template": ("markdown", "`{}`", shipped_names()),
    "name": ("python", "`{}`", [name for name in dir(readinglist) if name != "__version__"]),
}


@pytest.mark.parametrize("kind", EXISTING)
def test_everything_that_exists_is_documented(kind: str) -> None:
    page, entry, names = EXISTING[kind]
    text = (DOCS / f"{page}.md").read_text("utf-8")
    assert list(names) != []
    assert [name for name in names if entry.format(name) not in text] == []


@pytest.mark.parametrize(("heading", "table"), generate.setting_tables().items())
def test_every_key_of_the_configuration_is_documented(heading: str, table: type[Any]) -> None:
    text = (DOCS / "configuration.md").read_text("utf-8").partition(f"\n### {heading}\n")[2].partition("\n### ")[0]
    keys = [each.metadata.get("title", f"`{dashed(each.name)}`") for each in fields(table)]
    assert [key for key in keys if not re.search(rf"^\| {re.escape(key)} \| .*\| \S.* \|$", text, re.MULTILINE)] == []


def test_every_table_of_the_configuration_is_documented() -> None:
    def below(table: type[Table]) -> Iterator[type[Table]]:
        yield table
        for kind in get_type_hints(table).values():
            for each in (kind, *get_args(kind)):
                if isinstance(each, type) and issubclass(each, Table):
                    yield from below(each)

    assert set(below(Settings)) == set(generate.setting_tables().values())


def test_every_page_is_reached_from_the_first() -> None:
    first = (DOCS / "index.md").read_text("utf-8")
    pages = [page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md") if page.parent.name != "design"]
    assert [page for page in pages if page != "index.md" and f"]({page})" not in first] == []
