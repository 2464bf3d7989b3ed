"""What the rules cost beside reading the catalog: `.venv/bin/python benchmarks/lint_speed.py`.

Two bars: all rules over 5,000 entries take at most four times as long as reading and validating them, and
50,000 entries at most twelve times as long as 5,000. The dearest rules are named, each also by how it grows.
Both hold for two vocabularies: titles that begin with a word of their own, as papers name what they are about, and
titles made of two dozen words alone, which are alike by the thousand.
"""

from __future__ import annotations

import datetime
import itertools
import re
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import _lru_cache_wrapper, partial

from catalog_text import catalog_text

from readinglist.catalog_file.read import read_text
from readinglist.linting import lint
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.rules import all_rules

FEW, MANY = 5_000, 50_000
MOST_OF_READING, MOST_GROWTH = 4.0, 12.0
TODAY = datetime.date(2026, 1, 1)


def with_names(count: int) -> str:
    """Return a catalog whose titles have a name in front."""
    names = ("".join(syllables) for syllables in itertools.product("ka lo mi nu re sa to vi xe zu".split(), repeat=5))
    return re.sub('title: "', lambda _: f'title: "{next(names).title()}: ', catalog_text(count))


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def fresh(text: str) -> Catalog:
    """Return a catalog of which nothing is remembered yet, as a command meets it."""
    for name, module in list(sys.modules.items()):
        for each in list(vars(module).values()) if name.startswith("readinglist.") else ():
            if isinstance(each, _lru_cache_wrapper):
                each.cache_clear()
    return replace(read_text(text), today=TODAY)


VOCABULARIES = {"names of their own": with_names, "two dozen words": catalog_text}


def main() -> int:
    """Print the figures; return 1 where a bar is missed."""
    lint(fresh(with_names(50)))
    kept = [_holds(name, text_of) for name, text_of in VOCABULARIES.items()]
    return int(not all(kept))


def _holds(vocabulary: str, text_of: Callable[[int], str]) -> bool:
    """Print the figures of one vocabulary, and return whether the bars are kept."""
    text = text_of(FEW)
    reading = min(seconds(lambda: read_text(text)) for _ in range(3))
    few = min(seconds(partial(lint, fresh(text))) for _ in range(3))
    more = text_of(MANY)
    many = min(seconds(partial(lint, fresh(more))) for _ in range(2))
    rules = f"all {len(all_rules())} rules {few:.2f} s, {few / reading:.2f} times that"
    print(f"titles of {vocabulary}: reading {FEW} entries {reading:.2f} s; {rules}")
    print(f"all rules over {MANY} entries {many:.2f} s, {many / few:.1f} times {FEW}")
    _print_dearest(fresh(text), fresh(more))
    return few <= MOST_OF_READING * reading and many <= MOST_GROWTH * few


def _check(name: str, catalog: Catalog) -> list[Finding]:
    return list(all_rules()[name].check(catalog))


def _print_dearest(few: Catalog, many: Catalog) -> None:
    lint(few)  # what the rules share is made by the first that asks
    took = {name: seconds(partial(_check, name, few)) for name in all_rules()}
    for name in sorted(took, key=took.__getitem__, reverse=True)[:10]:
        more = seconds(partial(_check, name, many))
        print(f"  {name:<32}{took[name] * 1000:8.1f} ms, {more / max(took[name], 1e-6):5.1f} times as long over {MANY}")


if __name__ == "__main__":
    sys.exit(main())
