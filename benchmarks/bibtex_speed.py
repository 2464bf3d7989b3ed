"""How fast BibTeX is written, against pybtex's writer and, where it is installed, bibtexparser 2.

Run it as `python benchmarks/bibtex_speed.py [entries]`. Each writer starts from its own objects, ready
made, and ends with the text; ours starts from the catalog, so it also derives every field and escapes it.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from readinglist.catalog_file.read import read_text
from readinglist.exporters import find_exporter
from readinglist.exporters._bib.view import pybtex_data
from readinglist.exporters.bibtex import BibtexOptions, records
from readinglist.model.catalog import Catalog

GIVEN = "Woosuk Zhuohan Siyuan Łukasz Ying Cody Hao Joseph Ion Jörg".split()
FAMILY = "Kwon Li Zhuang Kaiser Sheng Zheng Yu Müller Gonzalez Nguyễn".split()
TITLES = (
    "Efficient memory management for large language model serving with PagedAttention",
    "A Domain-Specific Supercomputer for Training Deep Neural Networks",
    "Théorie de l’apprentissage: GPUs, 100% of them & more",
    "FlashAttention-2: Faster attention with better parallelism and work partitioning",
)


def catalog_of(count: int) -> Catalog:
    """Return a catalog of so many papers with seven authors each."""
    return read_text("references:\n" + "".join(map(_entry, range(count))))


def _entry(number: int) -> str:
    ending = _letters(number)
    people = [(FAMILY[(number + at) % 10] + ending, f"{GIVEN[number * at % 10]} {chr(65 + at)}.") for at in range(7)]
    authors = "".join(f"  - {{family: {family}, given: {given}}}\n" for family, given in people)
    return (
        f"- id: entry{number}\n  type: paper-conference\n  title: '{TITLES[number % 4]}'\n  author:\n{authors}"
        f"  issued: 2023-10-23\n  container-title: Proceedings of the {number}th Symposium\n  page: 611-626\n"
        f"  publisher: ACM\n  DOI: 10.1145/3600006.{number}\n  URL: https://doi.org/10.1145/3600006.{number}\n"
        "  tags: [kv-cache, memory]\n"
    )


def _letters(number: int) -> str:
    """Return a number in small letters, so that there are as many people as authors."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def seconds(job: Callable[[], object], runs: int) -> float:
    """Return the least processor time of some runs."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        job()
        times.append(time.process_time() - start)
    return min(times)


def writers(catalog: Catalog) -> Mapping[str, Callable[[], object]]:
    """Return every writer there is, by name."""
    from pybtex.database.output.bibtex import Writer

    data = pybtex_data(records(catalog, BibtexOptions()))
    found: dict[str, Callable[[], object]] = {
        "readinglist": lambda: find_exporter("bibtex")(catalog),
        "pybtex": lambda: Writer(encoding="UTF-8").to_string(data),
    }
    return found | _bibtexparser(find_exporter("bibtex")(catalog))


def _bibtexparser(text: str) -> dict[str, Callable[[], object]]:
    try:
        import bibtexparser
        from bibtexparser import middlewares
    except ImportError:
        return {}
    if not hasattr(bibtexparser, "write_string"):  # version 1
        return {}
    library: Any = bibtexparser.parse_string(text, append_middleware=[middlewares.LatexDecodingMiddleware()])
    logging.disable(logging.WARNING)  # it tells of every letter that it has no LaTeX for
    encoding = [middlewares.LatexEncodingMiddleware()]
    return {"bibtexparser 2": lambda: bibtexparser.write_string(library, prepend_middleware=encoding)}


def main(count: int) -> None:
    """Print what each writer takes, and how many times as long as ours that is."""
    ours = 0.0
    for name, write in writers(catalog_of(count)).items():
        taken = seconds(write, 3 if name == "readinglist" else 1)
        ours = ours or taken
        print(f"{name:15} {taken:8.3f} s for {count} entries {taken / count * 1e6:8.1f} µs each {taken / ours:8.1f}×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
