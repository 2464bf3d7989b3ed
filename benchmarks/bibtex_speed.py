"""How fast BibTeX is written, against pybtex's writer and, where it is installed, bibtexparser 2.

Run it as `python benchmarks/bibtex_speed.py [entries]`. Every writer starts from the same entries as objects of its
own, made before the clock runs, and ends with the text. The first line is all that `export bibtex` does: types and
fields derived from a loaded catalog, capitals found, text escaped. The second is what the others do too: fields that
are there already, escaped and written. pybtex gets plain text, and names taken apart; text that is LaTeX already takes
it longer.

No two entries have a title, an author or an address in common. What repeats does so in real lists: given names, words
of titles (a few often, most of them seldom), venues and tags. What our program remembers of texts, it forgets before
every round.
"""

from __future__ import annotations

import functools
import gc
import itertools
import logging
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from readinglist.catalog_file.read import read_text
from readinglist.exporters import find_exporter
from readinglist.exporters._bib.record import Record, bib_text
from readinglist.exporters._bib.spelling import CLASSIC
from readinglist.exporters._bib.view import pybtex_data
from readinglist.latex.verbatim import verbatim
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry

GIVEN = "Woosuk Zhuohan Siyuan Łukasz Ying Cody Hao Joseph Ion Anna Lianmin Clark Noam Ashish Tri Jared".split()
FAMILY = "Kwon Li Zhuang Kaiser Sheng Zheng Yu Müller Gonzalez Nguyễn Stoica Dao Shazeer Hooker Rossi Tanaka".split()
_SYLLABLES = "ta re mo li con ber ing sto na ver pe del tri as en or ul ca shi gra".split()
_SMALL = "for of with and in the a on by from".split()
_CAPITALS = "GPUs LLM GPT-4 PagedAttention TPU FlashAttention BERT 3D IO-aware K/V ImageNet C++ LoRA Hopper".split()
_SIGNS = ("Théorie", "l’apprentissage", "100%", "R&D", "Schrödinger", "train–test")
_PUBLISHERS = ("ACM", "IEEE", "Springer", "PMLR")
_VENUES = tuple(f"Proceedings of the {number}th Symposium on {word}" for number in range(20) for word in _CAPITALS)


def catalog_of(count: int) -> Catalog:
    """Return a catalog of so many papers with one to thirteen authors each, seven on average."""
    chance = random.Random(count)
    words = ["".join(parts) for size in (2, 3) for parts in itertools.product(_SYLLABLES, repeat=size)]
    chance.shuffle(words)
    return read_text("references:\n" + "".join(_entry(number, chance, words) for number in range(count)))


def _entry(number: int, chance: random.Random, words: list[str]) -> str:
    people = [
        f"  - {{family: {chance.choice(FAMILY)}{_letters(number)}{_letters(at)}, given: {given} {chr(65 + at)}.}}\n"
        for at, given in enumerate(chance.choices(GIVEN, k=chance.randint(1, 13)))
    ]
    title, venue, publisher = " ".join(_title(chance, words)), chance.choice(_VENUES), chance.choice(_PUBLISHERS)
    return (
        f"- id: entry{number}\n  type: paper-conference\n  title: '{title}'\n  author:\n{''.join(people)}"
        f"  issued: {1990 + number % 35}-10-23\n  container-title: '{venue}'\n  page: {number}-{number + 12}\n"
        f"  publisher: {publisher}\n  DOI: 10.1145/3600006.{number}\n  URL: https://doi.org/10.1145/3600006.{number}\n"
        f"  tags: [{', '.join(chance.sample(words[:50], 2))}]\n"
    )


def _title(chance: random.Random, words: list[str]) -> Iterator[str]:
    """Yield some ten words, one of them with capitals of its own; every third title has a capital in each word."""
    in_capitals = chance.random() < 1 / 3
    for place in range(chance.randint(6, 12)):
        kind = chance.random()
        seldom = words[int(len(words) ** chance.random())]  # as often as words of a language are: Zipf's law
        word = chance.choice(_CAPITALS if kind < 0.1 else _SIGNS if kind < 0.13 else _SMALL if kind < 0.4 else [seldom])
        great = not place or (in_capitals and word not in _SMALL)
        yield word.capitalize() if word.islower() and great else word


def _letters(number: int) -> str:
    """Return a number in small letters, so that there are as many people as authors."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def seconds(job: Callable[[], object], runs: int) -> float:
    """Return the least processor time of some runs, each of which begins with nothing remembered."""
    times = []
    for _ in range(runs):
        _forget()
        start = time.process_time()
        job()
        times.append(time.process_time() - start)
    return min(times)


def _forget() -> None:
    for remembered in [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]:
        if remembered.__module__.startswith("readinglist."):
            remembered.cache_clear()


def writers(catalog: Catalog) -> Mapping[str, Callable[[], object]]:
    """Return every writer there is, by name."""
    from pybtex.database.output.bibtex import Writer

    data = pybtex_data(map(_plain, catalog))
    found: dict[str, Callable[[], object]] = {
        "readinglist": lambda: find_exporter("bibtex")(catalog),
        "writing alone": lambda: bib_text(map(_escaped, catalog)),
        "pybtex": lambda: Writer(encoding="UTF-8").to_string(data),
    }
    return found | _bibtexparser(find_exporter("bibtex")(catalog))


def _plain(entry: Entry) -> Record:
    """Return the fields of `export bibtex` as plain text."""
    fields = {
        "title": entry.title or "",
        "author": " and ".join(f"{person.family}, {person.given}" for person in entry.author),
        "booktitle": entry.container_title or "",
        "pages": (entry.page or "").replace("-", "--"),
        "publisher": entry.publisher or "",
        "year": str(entry.issued.year if entry.issued else ""),
        "month": "oct",
        "doi": entry.doi or "",
        "url": entry.url or "",
        "keywords": ", ".join(entry.tags),
    }
    return Record("inproceedings", entry.id, fields)


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
