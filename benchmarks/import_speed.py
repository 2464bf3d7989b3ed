"""How fast a .bib file is read and imported, against pybtex's bare parse of the same file in the same run.

Run it as `python benchmarks/import_speed.py [entries ...]`. Reading ends with the entries of a catalog,
decoded, checked and each with its key; importing ends with the YAML of a catalog that holds them all.
Memory is what a process of its own needs at most, beyond what it needs to start.
"""

from __future__ import annotations

import gc
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

FAMILY = "Kwon Li Zhuang Kaiser M{\\\"u}ller Garc{\\'i}a {\\L}uczak Nguyen O'Neil Stoica Gonzalez Zheng".split()
GIVEN = 'Woosuk Zhuohan Siyuan Ying Cody Joseph Hao Ion J{\\"o}rg Anna Lianmin Clark'.split()
WORDS = (
    "Efficient Memory Management for Large Language Model Serving with {PagedAttention} and {IO}-Aware Attention on"
    " {TPUs} Deep Learning Scaling Laws"
).split()


def bib_of(count: int) -> str:
    """Return a .bib file of so many papers, no two alike."""
    chance = random.Random(count)
    return "\n".join(_entry(number, chance) for number in range(count))


def _entry(number: int, chance: random.Random) -> str:
    people = [f"{chance.choice(FAMILY)}{_letters(number)}, {chance.choice(GIVEN)}" for _ in range(chance.randint(1, 9))]
    return (
        f"@inproceedings{{key{number},\n  title = {{{' '.join(chance.choices(WORDS, k=9))} {number}}},\n"
        f"  author = {{{' and '.join(people)}}},\n  booktitle = {{Proceedings of the {number % 40}th Symposium}},\n"
        f"  year = {{{1990 + number % 35}}},\n  month = oct,\n  pages = {{{number}--{number + 12}}},\n"
        f"  publisher = {{ACM}},\n  doi = {{10.1145/{number}.{number * 7}}},\n"
        f"  url = {{https://doi.org/10.1145/{number}.{number * 7}}},\n  keywords = {{attention, memory}},\n}}\n"
    )


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def pybtex_parses(text: str) -> Any:
    """Return what pybtex makes of the text."""
    from pybtex.database.input.bibtex import Parser

    return Parser().parse_string(text)


def we_read(text: str) -> Any:
    """Return the entries that arrive from the text."""
    from readinglist.importers import find_importer

    return find_importer("bibtex")(text)


def we_import(text: str) -> Any:
    """Return the text of an empty catalog after the import."""
    from readinglist.converting import read_source
    from readinglist.reading_list import ReadingList

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "catalog.yaml")
        file.write_text("version: 1\n", "utf-8")
        source, _ = read_source(text, "x.bib")
        ReadingList.open(folder, catalog=[file]).take_in([source], [])
        return file.read_text("utf-8")


PEERS: Mapping[str, Callable[[str], Any]] = {"pybtex parses": pybtex_parses, "we read": we_read, "we import": we_import}


def memory(name: str, count: int) -> float:
    """Return how many megabytes a peer needs at most, in a process of its own."""
    run = [sys.executable, __file__, "--alone", name, str(count)]
    return float(subprocess.run(run, capture_output=True, check=True, text=True).stdout)


def alone(name: str, count: int) -> None:
    """Print what a peer needs in this process, beyond what was there before."""
    text = bib_of(count)
    PEERS[name](bib_of(1))
    before = _most_memory()
    kept = PEERS[name](text)
    print((_most_memory() - before) / 1024)
    del kept


def _most_memory() -> int:
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def seconds(job: Callable[[str], Any], text: str, runs: int) -> float:
    """Return the least processor time of some runs."""
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        kept = job(text)
        times.append(time.process_time() - start)
        del kept
    return min(times)


def main(counts: list[int]) -> None:
    """Print a line for each peer and size: seconds, microseconds an entry, memory, and both as multiples of pybtex."""
    for count in counts:
        text = bib_of(count)
        first: tuple[float, float] | None = None
        print(f"\n{count} entries, {len(text) / 1e6:.1f} MB")
        for name, job in PEERS.items():
            took, used = seconds(job, text, 2 if count > 20_000 else 3), memory(name, count)
            first = first or (took, used)
            times = f"{took:7.2f} s {took / count * 1e6:6.0f} us an entry ({took / first[0]:.2f}x)"
            print(f"  {name:<14}{times} {used:7.0f} MB ({used / first[1]:.2f}x)")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--alone"]:
        alone(sys.argv[2], int(sys.argv[3]))
    else:
        main([int(word) for word in sys.argv[1:]] or [5_000, 50_000])
