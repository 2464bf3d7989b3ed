"""How much processor time lists in Markdown take to be read and written, beside pandoc in the same run.

    python benchmarks/markdown_speed.py LIST.md...

The limits: reading takes at most twice pandoc's time, is linear in the length of the list, and 10,000
entries are written in under a second.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from readinglist.exporters import find_exporter
from readinglist.importers import find_importer
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.identifiers import Key, Url


def best_of(times: int, work: Callable[[], object]) -> float:
    """Return the least processor time that a piece of work took."""
    found = []
    for _ in range(times):
        start = _seconds()
        work()
        found.append(_seconds() - start)
    return min(found)


def _seconds() -> float:
    """Return the time that processors spent on this program and on those that it ran."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def pandoc(text: str) -> None:
    """Read a text with pandoc."""
    subprocess.run(["pandoc", "-f", "markdown", "-t", "native"], input=text.encode(), check=True, capture_output=True)


def main() -> int:
    """Measure, tell, and return 1 where a limit is passed."""
    read, write = find_importer("markdown"), find_exporter("markdown")
    text = max((Path(file).read_text("utf-8") for file in sys.argv[1:]), key=len)
    ours, theirs = best_of(3, lambda: read(text)), best_of(3, lambda: pandoc(text))
    print(f"a list of {len(text)} characters: read in {ours:.2f} s, by pandoc in {theirs:.2f} s")
    fourfold = best_of(2, lambda: read("\n\n".join([text] * 4)))
    print(f"four times as long: {fourfold:.2f} s, {fourfold / ours:.1f} times the time")
    entries = tuple(
        Entry(id=Key(f"e{n}"), title=f"Title {n}: a *study*", URL=Url(f"https://a.example/{n}"), annote="Why read it.")  # type: ignore[call-arg]
        for n in range(10_000)
    )
    written = best_of(3, lambda: write(Catalog(entries=entries)))
    print(f"10,000 entries written in {written:.2f} s")
    return int(ours > 2 * theirs or fourfold > 6 * ours or written > 1)


if __name__ == "__main__":
    sys.exit(main())
