"""How long 1,000 and 10,000 APA entries take here, and 1,000 with citeproc-py, in one run.

`python benchmarks/citations.py [STYLE]` prints seconds, the two ratios the bars speak of, and the memory it took.
"""

from __future__ import annotations

import resource
import sys
import time
import warnings
from typing import Any

from readinglist.citations import render_bibliography
from readinglist.citations.shelf import style_path

KINDS = (
    {"type": "article-journal", "container-title": "Journal of Lists", "volume": "12", "issue": "3", "page": "100-118"},
    {"type": "book", "publisher": "Springer", "publisher-place": "Cham", "edition": "2"},
    {"type": "webpage", "URL": "https://example.org/page", "container-title": "Example"},
    {"type": "paper-conference", "container-title": "Proceedings of Things", "page": "1-12", "publisher": "ACM"},
)
SYLLABLES = ("ka", "lo", "mi", "ne", "ru", "sa", "to", "vi", "wen", "zu")


def surname(number: int) -> str:
    """A surname of its own for every few items, shared by some."""
    return "".join(SYLLABLES[number // 10**place % 10] for place in range(3)).title()


def shelf(size: int) -> list[dict[str, Any]]:
    """So many items of the kinds a reading list has, some of them by the same authors in the same year."""
    return [
        {
            **KINDS[number % len(KINDS)],
            "id": f"item-{number}",
            "title": f"On the nature of things: study {number}",
            "author": [{"family": surname(number + n * 7), "given": f"Ann{n} B."} for n in range(number % 4 + 1)],
            "issued": {"date-parts": [[1970 + number % 50, number % 12 + 1]]},
            "DOI": f"10.1000/{number}",
        }
        for number in range(size)
    ]


def seconds_here(size: int, style: str) -> float:
    """The time our own bibliography takes."""
    items = shelf(size)
    begun = time.perf_counter()
    assert len(render_bibliography(items, style)) == size
    return time.perf_counter() - begun


def seconds_citeproc_py(size: int, style: str) -> float:
    """The time citeproc-py takes for the same items and style."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    warnings.simplefilter("ignore")
    items = shelf(size)
    begun = time.perf_counter()
    source = CiteProcJSON(items)
    rules = CitationStylesStyle(str(style_path(style)), validate=False)
    bibliography = CitationStylesBibliography(rules, source, formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    bibliography.sort()
    list(map(str, bibliography.bibliography()))
    return time.perf_counter() - begun


def main(style: str) -> None:
    """Measure and print."""
    seconds_here(1, style)
    thousand, ten_thousand = seconds_here(1_000, style), seconds_here(10_000, style)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    other = seconds_citeproc_py(1_000, style)
    print(f"{style}: 1,000 in {thousand:.2f} s, 10,000 in {ten_thousand:.2f} s ({ten_thousand / thousand:.1f} times)")
    print(f"{megabytes:.0f} MB; citeproc-py 1,000 in {other:.2f} s ({other / thousand:.1f} times as long)")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "apa")
