"""How fast a catalog is read, beside PyYAML's own C loader: `.venv/bin/python benchmarks/yaml_speed.py`.

The peer knows no positions, accepts equal keys, and reads `2309.06180` as a number; it is what most
programs use. Times are of the processor, which neighbours on the machine disturb less than the clock's.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from typing import Any

import yaml
from catalog_text import catalog_text
from measure import in_turn, print_table
from pydantic import TypeAdapter

from readinglist.catalog_file.parse import no_garbage_collection, parse
from readinglist.catalog_file.read import read_text
from readinglist.model.entry import Entry
from readinglist.model.spelling import canonical_fields

_entry = TypeAdapter(Entry).validator.validate_python


class StringLoader(yaml.CSafeLoader):
    """The C loader without YAML's guesses: every scalar is text, as the models need it."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML declares it


def parsed(text: str) -> object:
    """Return our data with the position of every key and value."""
    with no_garbage_collection():
        return parse(text)


def loaded(text: str) -> object:
    """Return the peer's data, without positions."""
    return yaml.load(text, yaml.CSafeLoader)


def loaded_without_collector(text: str) -> object:
    """Return the peer's data, with our trick."""
    with no_garbage_collection():
        return loaded(text)


def validated(text: str) -> list[object]:
    """Return entries by way of the peer: its data as text, through the same models."""
    return [_entry(canonical_fields(raw)) for raw in yaml.load(text, StringLoader)["references"]]


def validated_without_collector(text: str) -> list[object]:
    """Return entries by way of the peer, with our trick."""
    with no_garbage_collection():
        return validated(text)


def compare_parsing(entries: int, runs: int) -> None:
    """Print how long the way from text to data takes."""
    text = catalog_text(entries)
    peers = {
        "readinglist": lambda: parsed(text),
        "CSafeLoader": lambda: loaded(text),
        "CSafeLoader, collector off": lambda: loaded_without_collector(text),
    }
    print_table(f"YAML to data, {entries:,} entries of {len(text) / entries:.0f} bytes", in_turn(peers, runs))


def compare_loading(entries: int, runs: int) -> None:
    """Print how long the way from text to validated entries takes."""
    text = catalog_text(entries)
    if problems := read_text(text).problems:
        raise SystemExit(f"the catalog of this benchmark has problems: {problems[:3]}")
    peers = {
        "readinglist": lambda: read_text(text),
        "CSafeLoader and models": lambda: validated(text),
        "CSafeLoader and models, collector off": lambda: validated_without_collector(text),
    }
    print_table(f"YAML to validated entries, {entries:,} entries", in_turn(peers, runs))


def compare_sizes(small: int, large: int, runs: int) -> None:
    """Print what reading a catalog costs in a process of its own, and how that grows."""
    print(f"\nYAML to validated entries, in a process of its own, best of {runs}")
    costs = [_best(entries, runs) for entries in (small, large)]
    for entries, (seconds, megabytes) in zip((small, large), costs, strict=True):
        print(f"  {entries:>9,} entries: {seconds:8.3f} s, {megabytes:7.1f} MB at the peak")
    times, memory = (more / less for less, more in zip(*costs, strict=True))
    print(f"  {large // small} times the entries: {times:.1f} times the time, {memory:.1f} times the memory")


def read_once(entries: int) -> tuple[float, float]:
    """Return the seconds that reading takes, and the process's peak of memory in MB."""
    text = catalog_text(entries)
    start = time.process_time()
    read_text(text)
    return time.process_time() - start, _peak_megabytes()


def _best(entries: int, runs: int) -> tuple[float, float]:
    return min(_in_own_process(entries) for _ in range(runs))


def _in_own_process(entries: int) -> tuple[float, float]:
    command = [sys.executable, __file__, "--read-once", str(entries)]
    seconds, megabytes = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return seconds, megabytes


def _peak_megabytes() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read-once"]:
        print(json.dumps(read_once(int(sys.argv[2]))))
    else:
        compare_sizes(10_000, 100_000, runs=2)  # first: on Linux a child's peak is never below its parent's
        compare_parsing(1_000, runs=15)
        compare_parsing(10_000, runs=5)
        compare_loading(10_000, runs=5)
