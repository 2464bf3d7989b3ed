"""How well and how fast pages are read, beside trafilatura in the same run.

    READINGLIST_CORPUS=FOLDER python benchmarks/page_metadata.py [--peer PYTHON] [--runs 3]

PYTHON is an interpreter that has trafilatura, such as that of a venv of its own; without one it is named as skipped.
Both read the same bytes. Quality is told for the whole and for two halves of the corpus, by site, so that what was
tuned on one half can be seen on the other; time is processor time, in turns. Last come pages that were
made to hurt, each in a process of its own, with the memory that it needs beyond what a small page does.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.webpage.judging import Statement, Table, group_of, half_of, pages, shares, verdicts

PEER = """
import json, sys, time
from trafilatura.metadata import extract_metadata
from trafilatura.utils import decode_file
asked = [json.loads(line) for line in sys.stdin]
bodies = [open(each["file"], "rb").read() for each in asked]
def read(each, body):
    try:
        found = extract_metadata(decode_file(body), default_url=each["url"])
    except Exception:
        found = None
    return {name: getattr(found, name, None) for name in ("title", "author", "date")}
read(asked[0], bodies[0])
start = time.process_time()
said = [read(each, body) for each, body in zip(asked, bodies)]
print(json.dumps({"seconds": time.process_time() - start, "said": said}))
"""
HURTING = {
    "a small page": "<h1>x</h1>",
    "60 kB of `<a `": "<a " * 20_000,
    "5 MB of text": "<h1>x</h1><p>" + "some words " * 450_000,
    "5 MB of tags": "<p>x " * 1_000_000,
    "5 MB of links": '<a href="/author/x/">A B</a>' * 175_000,
    "5 MB of authors": '<span class="author">By A B</span>' * 145_000,
    "5 MB before the heading": "<p>x " * 950_000 + "<h1>A heading</h1>",
    "5 MB of headings": "<h1>A heading</h1>" * 270_000,
    "5 MB of microdata": "<p itemprop=author>A B</p>" * 190_000,
    "5 MB of times": "<time>2024-01-01</time>" * 210_000,
    "5 MB of metas": '<meta name="author" content="A B">' * 140_000,
    "5 MB of long authors": ('<meta name="author" content="' + "a" * 5000 + '">') * 1000,
    "5 MB in one title": "<title>" + "Notes | " * 600_000 + "</title>",
    "5 MB within each other": '<div class="author">cite as ' * 250 + "<p>some words</p>" * 300_000,
    "5 MB of field lists": "<dl class=field-list><dt>Author<dd>A B</dl>" * 110_000,
    "5 MB of nested tags": "<div><b>" * 600_000,
    "5 MB in one script": '<script type="application/ld+json">["' + "x" * 5_000_000 + '"]</script>',
    "5 MB of JSON-LD": '<script type="application/ld+json">[' + '{"@type":"Article"},' * 250_000 + "{}]</script>",
    "5 MB of unclosed JSON": '<script type="application/ld+json">' + '{"a":[' * 830_000 + "</script>",
    "5 MB in one attribute": '<meta name="author" content="' + "A B, " * 1_000_000 + '">',
    "5 MB of BibTeX": "<pre>" + "@misc{a, title={x}}\n" * 250_000,
}


def ours() -> tuple[list[Statement], float]:
    """Return what we read from each page, and the time for all."""
    from tests.webpage.judging import said

    from readinglist.webpage.read import read_answer

    answers = [answer for _, answer in pages()]
    read_answer(answers[0])
    start = time.process_time()
    outcomes = [read_answer(answer) for answer in answers]
    took = time.process_time() - start
    return [said(outcome) for outcome in outcomes], took


def theirs(python: str) -> tuple[list[Statement], float] | None:
    """Return the same of trafilatura, in a process of its own; None where that Python has none."""
    from tests.sources.judging import folded, letters
    from tests.support.corpus import CORPUS

    asked = [{"file": str(CORPUS / "metadata" / record["file"]), "url": answer.url} for record, answer in pages()]
    lines = "\n".join(map(json.dumps, asked))
    done = subprocess.run([python, "-c", PEER], input=lines, capture_output=True, text=True)
    if done.returncode:
        return None
    told: dict[str, Any] = json.loads(done.stdout)
    found = [
        Statement(
            folded(each["title"] or ""),
            tuple(letters({"literal": name}) for name in (each["author"] or "").split("; ") if name),
            each["date"] or "",
        )
        for each in told["said"]
    ]
    return found, told["seconds"]


def print_quality(name: str, found: list[Statement]) -> None:
    """Print a line for each kind of page, half and field."""
    table: Table = {}
    for (record, _), statement in zip(pages(), found, strict=True):
        if group := group_of(record):
            for field, verdict in verdicts(record, statement):
                for part in ("all", half_of(record)):
                    table.setdefault((f"{group}, {part}", field), Counter())[verdict] += 1
    print(f"\n{name}\n  {'':<24}{'':<8}{'answered':>9}{'precise':>9}{'recalled':>9}{'invented':>9}")
    for (part, field), counted in sorted(table.items()):
        figures = "".join(f"{share:>9.0%}" for share in shares(counted).values())
        print(f"  {part:<24}{field:<8}{figures}   of {counted.total()}")


def print_hurting() -> None:
    """Print processor time and memory for each page that was made to hurt."""
    print(f"\nmade to hurt{'':<20}{'CPU':>10}{'memory':>10}")
    base = 0.0
    for name in HURTING:
        run = [sys.executable, __file__, "--hurt", name]
        seconds, megabytes = map(float, subprocess.run(run, capture_output=True, check=True, text=True).stdout.split())
        base = base or megabytes
        print(f"  {name:<30}{seconds * 1000:>7.0f} ms{megabytes - base:>7.0f} MB")


def hurt(name: str) -> None:
    """Print how long one page takes in this process, and its most memory."""
    from readinglist.webpage.read import read_page

    body = HURTING[name].encode()
    read_page(b"<h1>x</h1>", {}, "https://example.org/a")
    start = time.process_time()
    read_page(body, {"content-type": "text/html"}, "https://example.org/a")
    print(time.process_time() - start, _most_memory() / 1024)


def _most_memory() -> int:
    return int(Path("/proc/self/status").read_text("ascii").partition("VmHWM:")[2].split()[0])


def main() -> None:
    """Print quality, then speed, then what hurts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--peer", default=sys.executable)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--hurt", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.hurt:
        return hurt(chosen.hurt)
    if "READINGLIST_CORPUS" not in os.environ:
        sys.exit("set READINGLIST_CORPUS to the folder that holds the recorded pages")
    rounds = [(ours(), theirs(chosen.peer)) for _ in range(chosen.runs)]
    (found, _), peer = rounds[0]
    print_quality("readinglist", found)
    if peer:
        print_quality("trafilatura", peer[0])
    print_speed(len(found), [(mine[1], other[1] if other else None) for mine, other in rounds])
    return print_hurting()


def print_speed(count: int, rounds: list[tuple[float, float | None]]) -> None:
    """Print how long both took, round by round: they take turns, so that what slows the machine slows both."""
    print(f"\nspeed, {count} pages")
    for mine, other in rounds:
        told = f"trafilatura {other:.2f} s ({other / mine:.1f}x)" if other else "trafilatura: skipped, none is here"
        print(f"  readinglist {mine:.2f} s, {told}")


if __name__ == "__main__":
    main()
