"""The manual says what the program does: generated parts are compared, examples are run, nothing is left out."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import click
import pytest

import readinglist
from readinglist import read_text
from readinglist.config import Settings
from readinglist.model.entry import ATTRIBUTES
from readinglist.model.query import KEYS
from readinglist.rules import all_rules
from tests.docs.blocks import ROOT, Block, blocks, every_page

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
    assert Settings.model_validate(tomllib.loads(block.text))


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


def test_every_rule_field_key_and_name_is_documented() -> None:
    pages = {page.stem: page.read_text("utf-8") for page in DOCS.glob("*.md")}
    missing = {
        "rules": [name for name in all_rules() if f"\n## {name}\n" not in pages["rules"]],
        "fields": [name for name in ATTRIBUTES if f"\n| `{name}` |" not in pages["catalog"]],
        "settings": [
            key
            for model in generate.setting_tables().values()
            for name in model.model_fields
            if f"\n| `{(key := name.replace('_', '-'))}` |" not in pages["configuration"]
        ],
        "query": [key for key in KEYS if f"`{key}:" not in pages["query"]],
        "python": [name for name in dir(readinglist) if name != "__version__" and f"`{name}`" not in pages["python"]],
    }
    assert missing == {name: [] for name in missing}


@pytest.mark.parametrize("page", list(every_page()), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_within_the_manual_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^    .*$|`[^`\n]*`", "", text, flags=re.MULTILINE)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith(("http:", "https:", "mailto:")):
            continue
        file, _, anchor = target.partition("#")
        goal = (page.parent / file) if file else page
        assert goal.exists(), target
        assert not anchor or anchor in _anchors(goal), target


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
