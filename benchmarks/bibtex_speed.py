"""How fast BibTeX is written, against pybtex's writer and, where it is installed, bibtexparser 2.

Run it as `python benchmarks/bibtex_speed.py [entries]`. Each writer starts from its own objects and ends
with the text. The first line is all that `export bibtex` does: types and fields derived, capitals found,
text escaped. The second is what the others do too: fields that are there already, escaped and written.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from readinglist.catalog_file.read import read_text
from readinglist.exporters import find_exporter
from readinglist.exporters._bib.record import Record, bib_text
from readinglist.exporters._bib.spelling import CLASSIC
from readinglist.exporters._bib.view import pybtex_data
from readinglist.exporters.bibtex import BibtexOptions, records
from readinglist.latex.verbatim import verbatim
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry

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
        "writing alone": lambda: bib_text(map(_escaped, catalog)),
        "pybtex": lambda: Writer(encoding="UTF-8").to_string(data),
    }
    return found | _bibtexparser(find_exporter("bibtex")(catalog))


def _escaped(entry: Entry) -> Record:
    fields = {
        "title": CLASSIC.spell(entry.title or ""),
        "author": CLASSIC.names(entry.author),
        "booktitle": CLASSIC.text(entry.container_title),
        "pages": CLASSIC.pages(entry.page),
        "publisher": CLASSIC.text(entry.publisher),
        "year": "2023",
        "month": "oct",
        "doi": verbatim(entry.doi or ""),
        "url": verbatim(entry.url or ""),
        "keywords": CLASSIC.text(", ".join(entry.tags)),
    }
    return Record("inproceedings", entry.id, fields)


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
    """Print what each writer takes, and how many times as long as our two that is."""
    ours: list[float] = []
    for name, write in writers(catalog_of(count)).items():
        taken = seconds(write, 3 if len(ours) < 2 else 1)
        ours = [*ours, taken] if len(ours) < 2 else ours
        ratios = " ".join(f"{taken / own:6.1f}×" for own in ours)
        print(f"{name:15} {taken:7.3f} s for {count} entries {taken / count * 1e6:7.1f} µs each {ratios}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
