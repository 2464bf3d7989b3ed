"""The runner of the benchmarks tells several runs as one."""

from __future__ import annotations

import datetime
import importlib.machinery
import importlib.util
import re
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parents[1] / "benchmarks"


def _runner() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("run", str(FOLDER / "run"))
    spec = importlib.util.spec_from_loader("run", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


runner = _runner()


def test_figures_that_differ_are_told_from_least_to_most() -> None:
    runs = [["read: 1.2 ms (3 times)", "10,000 entries"], ["read: 1.4 ms (3 times)", "10,000 entries"]]
    assert list(runner.spread(runs)) == ["read: 1.2–1.4 ms (3 times)", "10,000 entries"]


def test_runs_with_other_words_stand_one_below_the_other() -> None:
    assert list(runner.spread([["a: 1"], ["b: 1"]])) == ["run 1:", "a: 1", "run 2:", "b: 1"]


def test_a_benchmark_that_is_run_by_itself_takes_the_place_of_its_section() -> None:
    before = "# Results\n\n## one\n\nOld.\n\n## two\n\nOld.\n"
    day = datetime.date(2026, 11, 21)
    assert runner.renewed(before, ["## one\n\nNew.\n", "## three\n\nNew.\n"], day) == (
        "# Results\n\n## one\n\nRun by itself on 2026-11-21.\n\nNew.\n\n## two\n\nOld.\n\n"
        "## three\n\nRun by itself on 2026-11-21.\n\nNew.\n"
    )


def test_the_readme_claims_no_figure_that_has_no_row() -> None:
    claims = re.findall(r"\d+(?:\.\d+)?(?: times|×)[^.\n]*", (FOLDER.parent / "README.md").read_text("utf-8"))
    assert claims == []


def test_the_results_tell_of_every_benchmark() -> None:
    told = re.findall(r"^## (\w+)$", (FOLDER / "RESULTS.md").read_text("utf-8"), re.MULTILINE)
    assert told == [file.stem for file in sorted(FOLDER.glob("*.py")) if file.stem not in runner.LIBRARIES]
